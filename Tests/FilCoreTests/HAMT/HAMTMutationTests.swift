import FilCore
import Testing

@Suite("Damaged HAMTs", .timeLimit(.minutes(15)))
struct HAMTMutationTests {
  /// Walks and changes whatever can be read; a trap would end the whole run.
  private static func use(_ root: CID, _ store: MemoryBlockstore, _ form: HAMTConfiguration.Form) throws {
    var map = try HAMT<RawCBOR, MemoryBlockstore>(
      root: root, store: store, configuration: HAMTConfiguration(form: form))
    var keys: [[UInt8]] = []
    var entries = map.entries()
    while keys.count < 100, let (key, _) = try entries.next() { keys.append(key) }
    for (number, key) in keys.enumerated() {
      _ = try map.get(key)
      if number % 2 == 0 { try map.delete(key) }
      try map.set(key + [1], to: RawCBOR(encoding: UInt64(number)))
    }
    var changes = try HAMT<RawCBOR, MemoryBlockstore>(
      root: root, store: store, configuration: HAMTConfiguration(form: form)
    ).changes(to: map)
    while try changes.next() != nil {}
    let again = try HAMT<RawCBOR, MemoryBlockstore>(
      root: try map.flush(), store: store, configuration: HAMTConfiguration(form: form))
    try again.forEach { _, _ in }
  }

  @Test("are refused or used, never trapped on", arguments: [HAMTConfiguration.Form.current, .legacy])
  func mutations(form: HAMTConfiguration.Form) throws {
    var random = SeededGenerator(seed: 11)
    let store = MemoryBlockstore()
    var map = HAMT<UInt64, MemoryBlockstore>(store: store, configuration: HAMTConfiguration(form: form))
    for number: UInt64 in 0..<40 { try map.set(number.keyBytes, to: number) }
    let root = try map.flush()
    let original = try store.require(root)
    var refused = 0
    for _ in 0..<2000 {
      let block = Block(dagCBOR: random.mutated(original))
      try store.put(block)
      do {
        try Self.use(block.cid, store, form)
      } catch is CollectionError {
        refused += 1
      }
    }
    #expect(refused > 500)
    #expect(refused < 2000)
  }
}
