import FilCore
import Testing

@Suite("Caching stores", .timeLimit(.minutes(15)))
struct CachingBlockstoreTests {
  private static func blocks(_ range: Range<UInt64>, bytes: Int) -> [Block] {
    range.map { Block(dagCBOR: ($0.cbor + [UInt8](repeating: 0, count: bytes)).cbor) }
  }

  @Test("what was read or written is read once")
  func hits() throws {
    let base = FaultyBlockstore()
    let store = CachingBlockstore(over: base)
    let blocks = Self.blocks(0..<20, bytes: 50)
    try base.put(Array(blocks[..<10]))
    try store.put(Array(blocks[10...]))
    base.resetCounts()
    for _ in 0..<3 {
      for block in blocks { #expect(try store.get(block.cid) == block.bytes) }
    }
    #expect(base.counts.gets == 10)
    #expect(store.statistics.hits == 50 && store.statistics.misses == 10)
    #expect(try blocks.allSatisfy { try store.has($0.cid) })
    #expect(base.counts.gets == 10)
  }

  @Test("memory stays below the limit, and what is in use stays", arguments: [0, 1, 100, 1_000, 10_000])
  func limit(byteLimit: Int) throws {
    let base = FaultyBlockstore()
    let store = CachingBlockstore(over: base, byteLimit: byteLimit)
    let blocks = Self.blocks(0..<500, bytes: 40)
    try base.put(blocks)
    base.resetCounts()
    for block in blocks {
      #expect(try store.get(block.cid) == block.bytes)
      #expect(try store.get(blocks[0].cid) == blocks[0].bytes)
      #expect(store.cachedBytes <= byteLimit)
    }
    let usedStays = byteLimit >= 1_000
    #expect(base.counts.gets == (usedStays ? 500 : 1_000))
  }

  @Test("a write that fails is not remembered")
  func failure() throws {
    let base = FaultyBlockstore()
    let store = CachingBlockstore(over: base)
    let block = Self.blocks(0..<1, bytes: 5)[0]
    base.fail(true)
    #expect(throws: StoreError(.failed, "")) { try store.put(block) }
    #expect(throws: StoreError(.failed, "")) { try store.get(block.cid) }
    base.fail(false)
    #expect(try store.get(block.cid) == nil)
  }

  @Test("absent blocks are asked for again")
  func absent() throws {
    let base = MemoryBlockstore()
    let store = CachingBlockstore(over: base)
    let block = Self.blocks(0..<1, bytes: 5)[0]
    #expect(try store.get(block.cid) == nil)
    try base.put(block)
    #expect(try store.get(block.cid) == block.bytes)
  }
}
