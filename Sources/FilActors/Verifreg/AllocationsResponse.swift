public import FilCore

/// What the registry answers to it.
public struct AllocationsResponse: Hashable, Sendable {
  /// How each new allocation ended.
  public var allocationResults: BatchReturn
  /// How each longer claim ended.
  public var extensionResults: BatchReturn
  /// The numbers of the new allocations.
  public var newAllocations: [UInt64]

  /// All fields.
  public init(allocationResults: BatchReturn, extensionResults: BatchReturn, newAllocations: [UInt64]) {
    self.allocationResults = allocationResults
    self.extensionResults = extensionResults
    self.newAllocations = newAllocations
  }
}

extension AllocationsResponse: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(allocationResults, extensionResults, newAllocations)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (allocationResults, extensionResults, newAllocations) = try decoder.tuple(
      BatchReturn.self, BatchReturn.self, [UInt64].self)
  }
}
