import FilCore
import Testing

@Suite("Stores in memory", .timeLimit(.minutes(15)))
struct MemoryStoreTests {
  @Test("blocks with identity CIDs are always there")
  func identity() throws {
    let cid = CID(codec: .raw, hash: .identity, digest: [1, 2])
    let store = MemoryBlockstore()
    #expect(try store.get(cid) == [1, 2])
    #expect(try store.has(cid))
    #expect(store.count == 0)
  }

  @Test("pairs come in the order of their keys, from a start, with a prefix and up to a limit")
  func pairs() throws {
    let store = MemoryKeyValueStore()
    let keys: [[UInt8]] = [[1], [1, 0], [1, 255], [2], [0, 9], [255], [255, 255]]
    try store.apply(keys.map { .set(KeyValuePair(key: $0, value: $0 + [7])) })
    let sorted = keys.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(try store.pairs().map(\.key) == sorted)
    #expect(try store.pairs().allSatisfy { $0.value == $0.key + [7] })
    #expect(try store.pairs(withPrefix: [1]).map(\.key) == [[1], [1, 0], [1, 255]])
    #expect(try store.pairs(withPrefix: [1], startingAt: [1, 1], limit: 5).map(\.key) == [[1, 255]])
    #expect(try store.pairs(withPrefix: [], startingAt: [1, 0], limit: 2).map(\.key) == [[1, 0], [1, 255]])
    #expect(try store.pairs(withPrefix: [], startingAt: nil, limit: 0).isEmpty)
    #expect(try store.pairs(withPrefix: [], startingAt: nil, limit: -1).isEmpty)
  }

  @Test("changes take effect in order, and all or none")
  func changes() throws {
    let store = MemoryKeyValueStore()
    try store.set([1], to: [1])
    try store.apply([.set(KeyValuePair(key: [1], value: [2])), .remove([1]), .set(KeyValuePair(key: [2], value: [3]))])
    #expect(try store.get([1]) == nil)
    #expect(try store.get([2]) == [3])
    let long = [UInt8](repeating: 0, count: KeyValuePair.maxKeyBytes + 1)
    for wrong in [[], long] {
      #expect(throws: StoreError(.failed, "")) { try store.apply([.remove([2]), .remove(wrong)]) }
    }
    #expect(try store.get([2]) == [3])
    try store.remove([2])
    #expect(try store.pairs().isEmpty)
  }
}
