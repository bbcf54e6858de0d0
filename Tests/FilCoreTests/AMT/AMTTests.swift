import FilCore
import Testing

@Suite("AMT", .timeLimit(.minutes(15)))
struct AMTTests {
  private typealias Values = AMT<UInt64, FaultyBlockstore>

  @Test("behaves like a dictionary; the root depends on nothing but the elements", arguments: [1, 3, 5, 8], [1, 2])
  func model(bitWidth: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let configuration = AMTConfiguration(bitWidth: bitWidth)
    let indices = (0..<50).map { _ in random.next() >> UInt64.random(in: 1..<64, using: &random) }
    var array = Values(store: FaultyBlockstore(), configuration: configuration)
    var model: [UInt64: UInt64] = [:]
    for round: UInt64 in 0..<400 {
      let index = indices[Int.random(in: 0..<indices.count, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1: #expect(try array.set(index, to: round) == (model.updateValue(round, forKey: index) != round))
      case 2: #expect(try array.remove(index) == model.removeValue(forKey: index))
      default: #expect(try array.get(index) == model[index])
      }
      #expect(array.count == UInt64(model.count))
      guard round % 40 == 39 else { continue }
      let root = try array.flush()
      var fresh = Values(store: array.store, configuration: configuration)
      for (index, value) in model { try fresh.set(index, to: value) }
      #expect(try fresh.flush() == root)
      array = try Values(root: root, store: array.store)
    }
    var found: [UInt64] = []
    try array.forEach { index, _ in found.append(index) }
    #expect(found == model.keys.sorted())
    #expect(try array.firstIndex() == found.first)
  }

  @Test("flush writes only what has changed, in one batch")
  func batches() throws {
    let store = FaultyBlockstore()
    var array = Values(0..<1000, store: store)
    _ = try array.flush()
    store.resetCounts()
    try array.set(500, to: 1)
    _ = try array.flush()
    #expect(store.counts == FaultyBlockstore.Counts(gets: 0, batches: 1, blocks: array.height + 1))
    store.resetCounts()
    #expect(try !array.set(500, to: 1))
    _ = try array.flush()
    #expect(store.counts == FaultyBlockstore.Counts())
  }

  @Test("what fails leaves the array as it was")
  func failures() throws {
    let store = FaultyBlockstore()
    var array = Values(0..<100, store: store)
    store.fail(true)
    #expect(throws: CollectionError(.store, "")) { try array.flush() }
    store.fail(false)
    let root = try array.flush()
    var reread = try Values(root: root, store: store)
    store.fail(true)
    #expect(throws: CollectionError(.store, "")) { try reread.set(1, to: 2) }
    #expect(throws: CollectionError(.store, "")) { try reread.delete(1) }
    store.fail(false)
    #expect(throws: CollectionError(.notFound, "")) { try reread.delete([5, 100], strict: true) }
    #expect(throws: CollectionError(.indexOutOfRange, "")) { try reread.set(.max, to: 1) }
    #expect(try reread.flush() == root)
    #expect(reread.count == 100)
    #expect(try reread.delete([5, 100], strict: false))
    #expect(reread.count == 99)
  }

  @Test("an array that shrinks over a child that cannot be read stays as it was")
  func shrinking() throws {
    let store = FaultyBlockstore()
    var array = Values(store: store)
    try array.set(0, to: 1)
    try array.set(100, to: 2)
    let root = try array.flush()
    var reread = try Values(root: root, store: store)
    _ = try reread.get(100)
    store.fail(true)
    #expect(throws: CollectionError(.store, "")) { try reread.delete(100) }
    store.fail(false)
    #expect(try reread.flush() == root)
    #expect(try reread.delete(100))
    #expect(reread.height == 0)
  }

  @Test("reading goes on from any index, also in absent parts")
  func entriesFrom() throws {
    var array = Values(store: FaultyBlockstore())
    let indices: [UInt64] = [3, 9, 64, 65, 4096, 1 << 40]
    for index in indices { try array.set(index, to: index) }
    for start in indices.flatMap({ [$0 - 1, $0, $0 + 1] }) + [.max] {
      var entries = try array.entries(from: start)
      var found: [UInt64] = []
      while let (index, _) = try entries.next() { found.append(index) }
      #expect(found == indices.filter { $0 >= start })
    }
  }

  @Test("damaged arrays are refused or used, never trapped on", arguments: [AMTConfiguration.current, .legacy])
  func mutations(configuration: AMTConfiguration) throws {
    var random = SeededGenerator(seed: 12)
    let store = MemoryBlockstore()
    var array = AMT<UInt64, MemoryBlockstore>(store: store, configuration: configuration)
    for index: UInt64 in [0, 1, 7, 8, 200, 511] { try array.set(index, to: index) }
    let original = try store.require(try array.flush())
    var refused = 0
    for _ in 0..<3000 {
      let block = Block(dagCBOR: random.mutated(original))
      try store.put(block)
      do {
        try Self.use(block.cid, store, configuration.form)
      } catch is CollectionError {
        refused += 1
      }
    }
    #expect(refused > 500)
    #expect(refused < 3000)
  }

  private static func use(_ root: CID, _ store: MemoryBlockstore, _ form: AMTConfiguration.Form) throws {
    var array = try AMT<RawCBOR, MemoryBlockstore>(root: root, store: store, form: form)
    var indices: [UInt64] = []
    var entries = try array.entries()
    while indices.count < 20, let (index, _) = try entries.next() { indices.append(index) }
    var rest = try array.entries(from: 100)
    _ = try rest.next()
    for index in indices {
      try array.set(index ^ 1, to: RawCBOR(encoding: index))
      try array.delete(index)
    }
    try array.set(UInt64.max - 1, to: RawCBOR(encoding: true))
    try AMT<RawCBOR, MemoryBlockstore>(root: try array.flush(), store: store, form: form).forEach { _, _ in }
  }
}
