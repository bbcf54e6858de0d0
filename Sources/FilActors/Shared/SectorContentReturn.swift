public import FilCore

/// The answer to what a miner told of a sector; on the chain a bare list.
public struct SectorContentReturn: Hashable, Sendable {
  /// Whether each piece was accepted.
  public var added: [Bool]

  /// All fields.
  public init(added: [Bool]) {
    self.added = added
  }
}

extension SectorContentReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { added.encode(to: &encoder) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    added = try [Bool](from: &decoder)
  }
}
