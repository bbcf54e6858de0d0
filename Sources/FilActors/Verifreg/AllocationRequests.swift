public import FilCore

/// What comes with datacap that the registry is given.
public struct AllocationRequests: Hashable, Sendable {
  /// New allocations.
  public var allocations: [AllocationRequest]
  /// Longer claims.
  public var extensions: [ClaimExtensionRequest]

  /// All fields.
  public init(allocations: [AllocationRequest], extensions: [ClaimExtensionRequest]) {
    self.allocations = allocations
    self.extensions = extensions
  }
}

extension AllocationRequests: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(allocations, extensions) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (allocations, extensions) = try decoder.tuple([AllocationRequest].self, [ClaimExtensionRequest].self)
  }
}
