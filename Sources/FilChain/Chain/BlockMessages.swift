public import FilCore

/// The messages of a block.
public struct BlockMessages: Hashable, Sendable {
  /// Those whose signatures are in the block's aggregate.
  public let bls: [Message]
  /// Those with signatures of other kinds.
  public let secp256k1: [SignedMessage]

  /// The messages of a block.
  public init(bls: [Message] = [], secp256k1: [SignedMessage] = []) {
    self.bls = bls
    self.secp256k1 = secp256k1
  }

  /// All messages, in the order in which they are executed.
  public var all: [ChainMessage] {
    bls.map(ChainMessage.bls) + secp256k1.map(ChainMessage.signed)
  }

  /// How many messages there are.
  public var count: Int { bls.count + secp256k1.count }

  /// The CID that a block's `messages` field has: that of the pair of roots.
  public var root: CID {
    get throws(ChainError) { try store(in: MemoryBlockstore()) }
  }

  /// Stores the messages and the arrays that name them, which are of the form without a bit width.
  ///
  /// - Returns: The CID that a block's `messages` field has.
  /// - Throws: ``ChainError`` if the store fails.
  public func store(in store: some Blockstore) throws(ChainError) -> CID {
    let blocks = all.map { Block(dagCBOR: $0.bytes) }
    let cids = blocks.map(\.cid)
    let roots = MessageRoots(
      bls: try BlockMessages.array(cids.prefix(bls.count), in: store),
      secp256k1: try BlockMessages.array(cids.dropFirst(bls.count), in: store))
    let pair = Block(dagCBOR: roots.cbor)
    try chainResult(.store, "messages") { () throws(StoreError) in try store.put(blocks + [pair]) }
    return pair.cid
  }

  private static func array(_ cids: ArraySlice<CID>, in store: some Blockstore) throws(ChainError) -> CID {
    var array = AMT(cids, store: store, configuration: .legacy)
    return try chainResult(.store, "message array") { () throws(CollectionError) in try array.flush() }
  }
}
