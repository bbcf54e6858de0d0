internal import Synchronization

/// Blocks in memory.
public final class MemoryBlockstore: Blockstore {
  private let blocks: Mutex<[CID: [UInt8]]>

  /// A store that holds `blocks`.
  public init(_ blocks: [Block] = []) {
    let table = Dictionary(blocks.map { ($0.cid, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    self.blocks = Mutex(table)
  }

  /// How many blocks are here.
  public var count: Int { blocks.withLock { $0.count } }

  /// All blocks, in no particular order.
  public var all: [Block] { blocks.withLock { $0.map { Block(cid: $0.key, bytes: $0.value) } } }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if cid.hash == .identity { return cid.digest }
    return blocks.withLock { $0[cid] }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func has(_ cid: CID) throws(StoreError) -> Bool {
    cid.hash == .identity || blocks.withLock { $0[cid] != nil }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    self.blocks.withLock { table in
      for block in blocks { table[block.cid] = block.bytes }
    }
  }
}
