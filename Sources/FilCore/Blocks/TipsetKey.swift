/// The blocks of a tipset by their CIDs, in the tipset's order.
public struct TipsetKey: Hashable, Sendable {
  /// The blocks, ordered by their tickets.
  public let cids: [CID]

  /// A key of blocks in the tipset's order.
  public init(_ cids: [CID]) {
    self.cids = cids
  }

  /// The binary form: the CIDs' binary forms one after another.
  public var bytes: [UInt8] {
    cids.flatMap(\.bytes)
  }

  /// The CID under which the key itself is stored: that of its binary form as a CBOR byte string.
  public var cid: CID {
    CID(dagCBOR: bytes.cbor)
  }
}

extension TipsetKey: CustomStringConvertible {
  /// The CIDs in braces, separated by commas.
  public var description: String {
    "{" + cids.map(\.description).joined(separator: ",") + "}"
  }
}
