public import FilCore

/// The messages of a tipset, each once, and which of them stand in which block.
public struct CompactedMessages: Hashable, Sendable {
  /// The BLS messages.
  public let bls: [Message]
  /// For each block the positions of its BLS messages.
  public let blsIndices: [[UInt64]]
  /// The other messages.
  public let secp256k1: [SignedMessage]
  /// For each block the positions of its other messages.
  public let secp256k1Indices: [[UInt64]]

  /// Messages.
  public init(
    bls: [Message], blsIndices: [[UInt64]], secp256k1: [SignedMessage], secp256k1Indices: [[UInt64]]
  ) {
    self.bls = bls
    self.blsIndices = blsIndices
    self.secp256k1 = secp256k1
    self.secp256k1Indices = secp256k1Indices
  }
}

extension CompactedMessages: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(bls, blsIndices, secp256k1, secp256k1Indices) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (bls, blsIndices, secp256k1, secp256k1Indices) = try decoder.tuple(
      [Message].self, [[UInt64]].self, [SignedMessage].self, [[UInt64]].self)
  }
}
