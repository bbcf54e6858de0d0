public import FilCore

/// A block as gossip carries it: its header, and the CIDs of its messages.
public struct BlockAnnouncement: Hashable, Sendable {
  /// The header.
  public let header: BlockHeader
  /// The messages whose signatures are in the block's aggregate.
  public let bls: [CID]
  /// The messages with signatures of other kinds.
  public let secp256k1: [CID]

  /// An announcement.
  public init(header: BlockHeader, bls: [CID], secp256k1: [CID]) {
    self.header = header
    self.bls = bls
    self.secp256k1 = secp256k1
  }
}

extension BlockAnnouncement: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(header, bls, secp256k1) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (header, bls, secp256k1) = try decoder.tuple(BlockHeader.self, [CID].self, [CID].self)
  }
}
