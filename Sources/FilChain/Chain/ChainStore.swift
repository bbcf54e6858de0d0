public import FilCore
internal import Synchronization

/// The chain in a store: its tipsets, the messages of its blocks, and the head.
///
/// Blocks lie in any blockstore under their CIDs; the head lies in a key-value store.
public final class ChainStore<Blocks: Blockstore>: Sendable {
  /// Where blocks, messages and states are.
  public let blocks: Blocks
  private let values: any KeyValueStore
  private let cache: Mutex<TipsetCache>

  private static var headKey: [UInt8] { Array("chain/head".utf8) }
  /// More blocks than any tipset can have: elections would have to favour them beyond all odds.
  private static var maxBlocks: Int { 256 }

  /// A chain.
  ///
  /// - Parameters:
  ///   - blocks: Where blocks, messages and states are.
  ///   - values: Where the head is.
  ///   - cachedTipsets: How many tipsets are kept in memory, at least; twice as many at most.
  public init(
    blocks: Blocks, values: any KeyValueStore = MemoryKeyValueStore(), cachedTipsets: Int = 2_048
  ) {
    self.blocks = blocks
    self.values = values
    cache = Mutex(TipsetCache(limit: max(1, cachedTipsets)))
  }

  /// The head; `nil` if none was set.
  ///
  /// - Throws: ``ChainError`` if it cannot be read.
  public func head() throws(ChainError) -> Tipset? {
    let bytes = try chainResult(.store, "head") { () throws(StoreError) in try values.get(Self.headKey) }
    guard let bytes else { return nil }
    let cids = try chainResult(.malformed, "head") { () throws(CBORError) in try [CID](cbor: bytes) }
    return try tipset(TipsetKey(cids))
  }

  /// Sets the head.
  ///
  /// - Throws: ``ChainError`` if the store fails.
  public func setHead(_ tipset: Tipset) throws(ChainError) {
    let bytes = tipset.key.cids.cbor
    try chainResult(.store, "head") { () throws(StoreError) in try values.set(Self.headKey, to: bytes) }
  }

  /// Stores a block and its messages.
  ///
  /// - Throws: ``ChainError`` if the store fails, or the messages are not those that the header names.
  public func put(_ block: FullBlock) throws(ChainError) {
    let root = try block.messages.store(in: blocks)
    guard root == block.header.messages else { throw ChainError(.malformed, "messages \(root) of another block") }
    let header = Block(dagCBOR: block.header.cbor)
    try chainResult(.store, "block") { () throws(StoreError) in try blocks.put(header) }
  }

  /// The header of a block.
  ///
  /// - Throws: ``ChainError`` if it is missing or none.
  public func header(_ cid: CID) throws(ChainError) -> BlockHeader {
    let bytes = try chainResult(.store, "block \(cid)") { () throws(StoreError) in try blocks.require(cid) }
    return try chainResult(.malformed, "block \(cid)") { () throws(CBORError) in try BlockHeader(cbor: bytes) }
  }

  /// The tipset of a key, whose CIDs may stand in any order.
  ///
  /// - Throws: ``ChainError`` if a block is missing, or they make no tipset.
  public func tipset(_ key: TipsetKey) throws(ChainError) -> Tipset {
    if let known = cache.withLock({ $0[key] }) { return known }
    guard key.cids.count <= Self.maxBlocks else { throw ChainError(.malformed, "\(key.cids.count) blocks") }
    var headers: [BlockHeader] = []
    for cid in key.cids { headers.append(try header(cid)) }
    let tipset = try chainResult(.malformed, "tipset \(key)") { () throws(TipsetError) in try Tipset(headers) }
    cache.withLock { $0.insert(tipset) }
    return tipset
  }

  /// The tipset before.
  ///
  /// - Throws: ``ChainError`` if it is missing, malformed, or not before this one.
  public func parent(of tipset: Tipset) throws(ChainError) -> Tipset {
    let parent = try self.tipset(tipset.parents)
    guard parent.epoch < tipset.epoch else { throw ChainError(.malformed, "\(parent) as parent of \(tipset)") }
    return parent
  }
}
