import FilCore
import Testing

@Suite("Recording stores", .timeLimit(.minutes(15)))
struct RecordingBlockstoreTests {
  private static func block(_ number: UInt64) -> Block { Block(dagCBOR: number.cbor) }

  @Test("what was read is enough to read it again without the base")
  func witness() throws {
    let base = MemoryBlockstore()
    var map = HAMTMap<UInt64, UInt64, MemoryBlockstore>(store: base)
    for key in 0..<2_000 as Range<UInt64> { try map.set(key, to: key * 2) }
    let root = try map.flush()
    let recording = RecordingBlockstore(over: base)
    #expect(try HAMTMap<UInt64, UInt64, _>(root: root, store: recording).get(5) == 10)
    let reads = recording.reads
    #expect(reads.first == root && (2...5).contains(reads.count))
    let witness = MemoryBlockstore(try recording.blocks())
    let again = try HAMTMap<UInt64, UInt64, MemoryBlockstore>(root: root, store: witness)
    #expect(try again.get(5) == 10)
    #expect(throws: CollectionError(.missingBlock, "")) {
      for key in 0..<2_000 as Range<UInt64> { _ = try again.get(key) }
    }
  }

  @Test("each block once, in order; what is absent, written before or in its CID does not count")
  func order() throws {
    let base = MemoryBlockstore([Self.block(1), Self.block(2), Self.block(3)])
    let store = RecordingBlockstore(over: base)
    try store.put([Self.block(4), Self.block(3)])
    for number in [2, 9, 4, 2, 3] as [UInt64] { _ = try store.get(Self.block(number).cid) }
    _ = try store.get(CID(codec: .raw, hash: .identity, digest: [1]))
    #expect(try store.has(Self.block(1).cid))
    #expect(try !store.has(Self.block(8).cid))
    #expect(store.reads == [Self.block(2).cid, Self.block(1).cid])
    #expect(try base.get(Self.block(4).cid) != nil)
    try store.put(Self.block(2))
    #expect(store.reads.count == 2)
    store.reset()
    #expect(store.reads.isEmpty)
    _ = try store.get(Self.block(2).cid)
    #expect(store.reads == [Self.block(2).cid])
  }
}
