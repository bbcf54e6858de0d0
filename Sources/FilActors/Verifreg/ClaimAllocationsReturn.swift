public import FilCore

/// What the registry's `ClaimAllocations` returns.
public struct ClaimAllocationsReturn: Hashable, Sendable {
  /// How each sector ended.
  public var results: BatchReturn
  /// The bytes claimed of those that succeeded.
  public var claimedSpace: [BigInt]

  /// All fields.
  public init(results: BatchReturn, claimedSpace: [BigInt]) {
    self.results = results
    self.claimedSpace = claimedSpace
  }
}

extension ClaimAllocationsReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(results, claimedSpace) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (results, claimedSpace) = try decoder.tuple(BatchReturn.self, [BigInt].self)
  }
}
