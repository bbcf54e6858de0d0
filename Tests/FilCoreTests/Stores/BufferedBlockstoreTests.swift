import FilCore
import Testing

@Suite("Buffered stores", .timeLimit(.minutes(15)))
struct BufferedBlockstoreTests {
  private static func node(_ number: UInt64, _ links: [CID]) -> Block {
    var encoder = CBOREncoder()
    encoder.tuple(number, links)
    return Block(dagCBOR: encoder.bytes)
  }

  @Test("writes stay in the buffer until they are flushed")
  func buffering() throws {
    let base = MemoryBlockstore()
    let store = BufferedBlockstore(over: base)
    let (old, new) = (Self.node(1, []), Self.node(2, []))
    try base.put(old)
    try store.put(new)
    #expect(try store.get(old.cid) == old.bytes)
    #expect(try store.get(new.cid) == new.bytes)
    #expect(try store.has(old.cid) && store.has(new.cid))
    #expect(try base.get(new.cid) == nil)
    #expect(store.bufferedCount == 1)
    #expect(try store.get(Self.node(3, []).cid) == nil)
    #expect(throws: StoreError(.notFound, "")) { try store.require(Self.node(3, []).cid) }
  }

  @Test("only what the root reaches is written, children first, in one batch")
  func flush() throws {
    let base = FaultyBlockstore()
    let store = BufferedBlockstore(over: base)
    let leaf = Self.node(1, [])
    let shared = Self.node(2, [leaf.cid])
    let inner = Self.node(3, [shared.cid, leaf.cid])
    let root = Self.node(4, [inner.cid, shared.cid, Self.node(99, []).cid])
    let garbage = Self.node(5, [root.cid])
    try store.put([root, garbage, inner, leaf, shared])
    base.resetCounts()
    try store.flush(roots: [root.cid])
    #expect(base.counts == FaultyBlockstore.Counts(gets: 0, batches: 1, blocks: 4))
    #expect(store.bufferedCount == 0)
    #expect(try base.get(garbage.cid) == nil)
    for block in [root, inner, leaf, shared] { #expect(try base.get(block.cid) == block.bytes) }
  }

  @Test("several roots are written together, each block once")
  func severalRoots() throws {
    let base = FaultyBlockstore()
    let store = BufferedBlockstore(over: base)
    let shared = Self.node(1, [])
    let roots = [Self.node(2, [shared.cid]), Self.node(3, [shared.cid])]
    try store.put(roots + [shared, Self.node(4, [])])
    try store.flush(roots: roots.map(\.cid))
    #expect(base.counts.batches == 1 && base.counts.blocks == 3)
    for block in roots + [shared] { #expect(try base.get(block.cid) == block.bytes) }
  }

  @Test("a root that is not buffered writes nothing")
  func unknownRoot() throws {
    let base = MemoryBlockstore()
    let store = BufferedBlockstore(over: base)
    try store.put(Self.node(1, []))
    try store.flush(roots: [Self.node(2, []).cid])
    #expect(base.count == 0 && store.bufferedCount == 0)
  }

  @Test("a flush that fails leaves the buffer as it was")
  func failure() throws {
    let base = FaultyBlockstore()
    let store = BufferedBlockstore(over: base)
    let root = Self.node(1, [])
    try store.put(root)
    base.fail(true)
    #expect(throws: StoreError(.failed, "")) { try store.flush(roots: [root.cid]) }
    #expect(store.bufferedCount == 1)
    base.fail(false)
    try store.put(Block(cid: Self.node(9, []).cid, bytes: [0xff]))
    #expect(throws: StoreError(.corrupt, "")) { try store.flush(roots: [Self.node(9, []).cid]) }
    #expect(store.bufferedCount == 2)
    try store.flush(roots: [root.cid])
    #expect(try base.get(root.cid) == root.bytes)
  }

  @Test("buffers stand over buffers")
  func nested() throws {
    let base = MemoryBlockstore()
    let outer = BufferedBlockstore(over: base)
    let inner = BufferedBlockstore(over: outer)
    let root = Self.node(1, [])
    try inner.put(root)
    try inner.flush(roots: [root.cid])
    #expect(base.count == 0 && outer.bufferedCount == 1)
    try outer.flush(roots: [root.cid])
    #expect(base.count == 1)
  }

  @Test("what is put while a flush goes on stays in the buffer")
  func meanwhile() throws {
    let base = HookedBlockstore()
    let store = BufferedBlockstore(over: base)
    let (root, late, again) = (Self.node(1, []), Self.node(2, []), Self.node(3, []))
    try store.put([root, again])
    base.onPut { try? store.put([late, again]) }
    try store.flush(roots: [root.cid])
    #expect(try base.get(root.cid) == root.bytes)
    #expect(try store.get(late.cid) == late.bytes && store.get(again.cid) == again.bytes)
    #expect(store.bufferedCount == 2)
  }

  @Test("flushes beside each other take nothing from one another")
  func besideEachOther() throws {
    let base = HookedBlockstore()
    let store = BufferedBlockstore(over: base)
    let (root, late) = (Self.node(1, []), Self.node(2, []))
    try store.put(root)
    base.onPut {
      base.onPut {}
      try? store.flush(roots: [root.cid])
      try? store.put(late)
    }
    try store.flush(roots: [root.cid])
    #expect(try store.get(late.cid) == late.bytes)
    #expect(store.bufferedCount == 1)
  }
}
