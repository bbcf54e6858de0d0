import FilCore
import Testing

@Suite("HAMT", .timeLimit(.minutes(15)))
struct HAMTTests {
  private typealias Map = HAMT<UInt64, FaultyBlockstore>

  private static func key(_ number: UInt64) -> [UInt8] { Array("key \(number)".utf8) }

  private static func map(_ count: UInt64, in store: FaultyBlockstore) throws -> Map {
    var map = Map(store: store)
    for number in 0..<count { try map.set(key(number), to: number) }
    return map
  }

  @Test("behaves like a dictionary, and its root depends on nothing but its entries", arguments: [1, 3, 5, 8], [1, 2])
  func model(bitWidth: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let configuration = HAMTConfiguration(bitWidth: bitWidth)
    var map = Map(store: FaultyBlockstore(), configuration: configuration)
    var model: [UInt64: UInt64] = [:]
    for round in 0..<400 {
      let number = UInt64.random(in: 0..<60, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        let old = model.updateValue(UInt64(round), forKey: number)
        #expect(try map.replace(Self.key(number), with: UInt64(round)) == old)
      case 1: #expect(try map.remove(Self.key(number)) == model.removeValue(forKey: number))
      case 2:
        #expect(try map.setIfAbsent(Self.key(number), to: 7) == (model[number] == nil))
        model[number] = model[number] ?? 7
      case 3: #expect(try map.delete(Self.key(number)) == (model.removeValue(forKey: number) != nil))
      default: #expect(try map.get(Self.key(number)) == model[number])
      }
      guard round % 40 == 39 else { continue }
      let root = try map.flush()
      var fresh = Map(store: map.store, configuration: configuration)
      for (number, value) in model { try fresh.set(Self.key(number), to: value) }
      #expect(try fresh.flush() == root)
      map = try Map(root: root, store: map.store, configuration: configuration)
    }
    var found: [[UInt8]: UInt64] = [:]
    try map.forEach { found[$0] = $1 }
    #expect(found == Dictionary(uniqueKeysWithValues: model.map { (Self.key($0.key), $0.value) }))
    #expect(map.isEmpty == model.isEmpty)
  }

  @Test("a copy is a map of its own")
  func copies() throws {
    let store = FaultyBlockstore()
    var first = try Self.map(200, in: store)
    let root = try first.flush()
    var second = first
    try second.set(Self.key(5), to: 99)
    try second.delete(Self.key(6))
    #expect(try first.get(Self.key(5)) == 5)
    #expect(try first.contains(Self.key(6)))
    #expect(try first.flush() == root)
    #expect(try second.flush() != root)
  }

  @Test("flush writes only what has changed, in one batch, and nothing twice")
  func batches() throws {
    let store = FaultyBlockstore()
    var map = try Self.map(1000, in: store)
    _ = try map.flush()
    store.resetCounts()
    try map.set(Self.key(1), to: 77)
    _ = try map.flush()
    #expect(store.counts.batches == 1)
    #expect((2...4).contains(store.counts.blocks))
    store.resetCounts()
    #expect(try !map.set(Self.key(1), to: 77))
    _ = try map.flush()
    #expect(store.counts == FaultyBlockstore.Counts())
  }

  @Test("nodes are read when they are needed, and once")
  func lazyReading() throws {
    let store = FaultyBlockstore()
    var written = try Self.map(1000, in: store)
    let root = try written.flush()
    store.resetCounts()
    let map = try Map(root: root, store: store)
    #expect(store.counts.gets == 1)
    #expect(try map.get(Self.key(1)) == 1)
    let gets = store.counts.gets
    #expect((2...4).contains(gets))
    #expect(try map.get(Self.key(1)) == 1)
    #expect(store.counts.gets == gets)
  }

  @Test("one map is read by many tasks, its copies are changed by others")
  func concurrency() async throws {
    var written = try Self.map(500, in: FaultyBlockstore())
    let root = try written.flush()
    let map = try Map(root: root, store: written.store)
    try await withThrowingTaskGroup(of: CID.self) { group in
      for task: UInt64 in 0..<4 {
        group.addTask {
          for number: UInt64 in 0..<500 { #expect(try map.get(Self.key(number)) == number) }
          var copy = map
          try copy.set(Self.key(task), to: 1_000)
          try copy.set(Self.key(task), to: task)
          return try copy.flush()
        }
      }
      for try await result in group { #expect(result == root) }
    }
  }

  @Test("what fails leaves the map as it was")
  func failures() throws {
    let store = FaultyBlockstore()
    var map = try Self.map(300, in: store)
    store.fail(true)
    #expect(throws: CollectionError(.store, "")) { try map.flush() }
    store.fail(false)
    let root = try map.flush()
    var reread = try Map(root: root, store: store)
    store.fail(true)
    #expect(throws: CollectionError(.store, "")) { try reread.set(Self.key(1), to: 2) }
    #expect(throws: CollectionError(.store, "")) { try reread.delete(Self.key(1)) }
    store.fail(false)
    #expect(try reread.flush() == root)
    #expect(throws: CollectionError(.missingBlock, "")) {
      try HAMT<UInt64, MemoryBlockstore>(root: root, store: MemoryBlockstore())
    }
  }

  @Test("keys that agree in all bits are refused, and the map stays as it was")
  func depth() throws {
    let constant = HAMTKeyHash { _ in Bytes32.zero }
    var map = Map(store: FaultyBlockstore(), configuration: HAMTConfiguration(keyHash: constant))
    for number: UInt64 in 0..<3 { try map.set(Self.key(number), to: number) }
    let root = try map.flush()
    #expect(throws: CollectionError(.maxDepth, "")) { try map.set(Self.key(3), to: 3) }
    #expect(try map.flush() == root)
    var identity = Map(store: FaultyBlockstore(), configuration: HAMTConfiguration(keyHash: .identity))
    #expect(throws: CollectionError(.invalidKey, "")) { try identity.set([1, 2, 3], to: 1) }
  }

  @Test("values of another type are refused")
  func valueType() throws {
    let store = FaultyBlockstore()
    var map = try Self.map(1, in: store)
    let root = try map.flush()
    let texts = try HAMT<String, FaultyBlockstore>(root: root, store: store)
    #expect(throws: CollectionError(.valueCBOR, "")) { try texts.get(Self.key(0)) }
    #expect(try HAMT<RawCBOR, FaultyBlockstore>(root: root, store: store).get(Self.key(0))?.bytes == [0])
  }

  @Test("typed keys come back as they went in")
  func typedKeys() throws {
    var map = HAMTMap<Int64, String, MemoryBlockstore>(store: MemoryBlockstore())
    for key in [0, -1, 1, .min, .max, -300] as [Int64] { try map.set(key, to: "\(key)") }
    var seen: [Int64: String] = [:]
    try map.forEach { seen[$0] = $1 }
    #expect(seen.allSatisfy { "\($0.key)" == $0.value })
    #expect(seen.count == 6)
    #expect(Int64(-1).keyBytes == [1])
    #expect(Int64(1).keyBytes == [2])
    #expect(throws: CollectionError(.invalidKey, "")) { try UInt64(keyBytes: [0x80]) }
  }

  @Test("a closure's own error leaves a walk as it is")
  func earlyStop() throws {
    struct Stop: CollectionFailure, Equatable {
      let value: UInt64
      init(_ value: UInt64) { self.value = value }
      init(collection error: CollectionError) { value = 0 }
    }
    let map = try Self.map(10, in: FaultyBlockstore())
    #expect(throws: Stop(7)) { try map.forEach { (_, value) throws(Stop) in if value == 7 { throw Stop(7) } } }
  }
}
