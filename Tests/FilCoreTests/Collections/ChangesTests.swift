import FilCore
import Testing

@Suite("Differences of collections", .timeLimit(.minutes(15)))
struct ChangesTests {
  private typealias Store = FaultyBlockstore

  /// The differences of two models by their keys, as the collections should give them.
  private static func expected<Key: Hashable>(
    _ older: [Key: UInt64], _ newer: [Key: UInt64]
  ) -> Set<EntryChange<Key, UInt64>> {
    let keys = Set(older.keys).union(newer.keys).filter { older[$0] != newer[$0] }
    return Set(keys.map { EntryChange(key: $0, before: older[$0], after: newer[$0]) })
  }

  private static func all<Change>(_ next: () throws -> Change?) rethrows -> [Change] {
    var all: [Change] = []
    while let change = try next() { all.append(change) }
    return all
  }

  /// Two models that share about half of their entries.
  private static func models(_ random: inout SeededGenerator, of size: Int) -> ([UInt64: UInt64], [UInt64: UInt64]) {
    var (older, newer): ([UInt64: UInt64], [UInt64: UInt64]) = ([:], [:])
    for _ in 0..<size {
      let key = UInt64.random(in: 0..<(UInt64(size) * 2), using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: older[key] = key
      case 1: newer[key] = key
      case 2: (older[key], newer[key]) = (key, key + 1)
      default: (older[key], newer[key]) = (key, key)
      }
    }
    return (older, newer)
  }

  @Test("of HAMTs are those of dictionaries", arguments: [1, 3, 5, 8], [0, 1, 6, 100])
  func maps(bitWidth: Int, size: Int) throws {
    var random = SeededGenerator(seed: UInt64(bitWidth * 1000 + size))
    for form in [HAMTConfiguration.Form.current, .legacy] {
      let configuration = HAMTConfiguration(bitWidth: bitWidth, form: form)
      for _ in 0..<(size < 10 ? 20 : 3) {
        let (older, newer) = Self.models(&random, of: size)
        var left = HAMTMap<UInt64, UInt64, Store>(store: Store(), configuration: configuration)
        var right = HAMTMap<UInt64, UInt64, Store>(store: Store(), configuration: configuration)
        for (key, value) in older { try left.set(key, to: value) }
        for (key, value) in newer { try right.set(key, to: value) }
        let expected = Self.expected(older, newer)
        var changes = try left.changes(to: right)
        #expect(Set(try Self.all { try changes.next() }) == expected)
        left = try HAMTMap(root: left.flush(), store: left.raw.store, configuration: configuration)
        changes = try left.changes(to: right)
        let found = try Self.all { try changes.next() }
        #expect(Set(found) == expected && found.count == expected.count)
        var reverse = try right.changes(to: left)
        #expect(
          try Self.all { try reverse.next() }
            == found.map { EntryChange(key: $0.key, before: $0.after, after: $0.before) })
      }
    }
  }

  @Test("of AMTs are those of dictionaries, indices rising", arguments: [1, 3, 5, 8], [0, 1, 6, 100])
  func arrays(bitWidth: Int, size: Int) throws {
    var random = SeededGenerator(seed: UInt64(bitWidth * 2000 + size))
    let configuration = AMTConfiguration(bitWidth: bitWidth)
    for round in 0..<(size < 10 ? 20 : 4) {
      var (older, newer) = Self.models(&random, of: size)
      // Trees of different heights.
      if round % 2 == 0 { newer[UInt64.max - 1] = 5 } else { older[1 << 40] = 6 }
      var left = AMT<UInt64, Store>(store: Store(), configuration: configuration)
      var right = AMT<UInt64, Store>(store: Store(), configuration: configuration)
      for (index, value) in older { try left.set(index, to: value) }
      for (index, value) in newer { try right.set(index, to: value) }
      left = try AMT(root: left.flush(), store: left.store)
      var changes = try left.changes(to: right)
      let found = try Self.all { try changes.next() }
      #expect(found == Self.expected(older, newer).sorted { $0.key < $1.key })
    }
  }

  @Test("of KAMTs are those of dictionaries, keys rising", arguments: [1, 3, 5, 8], [(0, 1), (0, 3), (2, 1), (3, 2)])
  func keyedMaps(bitWidth: Int, layout: (minDataDepth: Int, bucketSize: Int)) throws {
    var random = SeededGenerator(seed: UInt64(bitWidth * 3000 + layout.bucketSize))
    let configuration = KAMTConfiguration(
      bitWidth: bitWidth, minDataDepth: layout.minDataDepth, bucketSize: layout.bucketSize)
    for size in [1, 2, 3, 5, 8, 60, 60] {
      let (older, newer) = Self.models(&random, of: size)
      var left = KAMT<UInt64, Store>(store: Store(), configuration: configuration)
      var right = KAMT<UInt64, Store>(store: Store(), configuration: configuration)
      for (key, value) in older { try left.set(Self.word(key), to: value) }
      for (key, value) in newer { try right.set(Self.word(key), to: value) }
      left = try KAMT(root: left.flush(), store: left.store, configuration: configuration)
      var changes = try left.changes(to: right)
      let found = try Self.all { try changes.next() }
      let expected = Self.expected(older, newer).map {
        EntryChange(key: Self.word($0.key), before: $0.before, after: $0.after)
      }
      #expect(found == expected.sorted { $0.key < $1.key })
    }
  }

  /// A key that shares many bits with others.
  private static func word(_ number: UInt64) -> Word256 {
    var bytes = Bytes32.zero
    bytes[Int(number % 3) * 15] = 0x80
    bytes[30] = UInt8(truncatingIfNeeded: number >> 8)
    bytes[31] = UInt8(truncatingIfNeeded: number)
    return Word256(bytes)
  }

  @Test("are found without reading what both share")
  func sharing() throws {
    let store = Store()
    var map = HAMTMap<UInt64, UInt64, Store>(store: store)
    var storage = KAMT<UInt64, Store>(store: store)
    for key in 0..<3000 as Range<UInt64> {
      try map.set(key, to: key)
      try storage.set(Self.word(key), to: key)
    }
    var array = AMT((0..<3000) as Range<UInt64>, store: store)
    let roots = [try map.flush(), try array.flush(), try storage.flush()]
    try map.set(77, to: 1)
    try array.set(77, to: 1)
    try storage.set(Self.word(77), to: 1)
    let changed = [try map.flush(), try array.flush(), try storage.flush()]
    store.resetCounts()
    var inMap = try HAMTMap<UInt64, UInt64, Store>(root: roots[0], store: store)
      .changes(to: HAMTMap(root: changed[0], store: store))
    #expect(try Self.all { try inMap.next() } == [EntryChange(key: 77, before: 77, after: 1)])
    var inArray = try AMT<UInt64, Store>(root: roots[1], store: store).changes(to: AMT(root: changed[1], store: store))
    #expect(try Self.all { try inArray.next() } == [EntryChange(key: 77, before: 77, after: 1)])
    var inStorage = try KAMT<UInt64, Store>(root: roots[2], store: store)
      .changes(to: KAMT(root: changed[2], store: store))
    #expect(try Self.all { try inStorage.next() } == [EntryChange(key: Self.word(77), before: 77, after: 1)])
    #expect(store.counts.gets < 30)
  }

  @Test("of one collection with itself need no node but the root")
  func same() throws {
    let store = Store()
    var map = HAMTMap<UInt64, UInt64, Store>(store: store)
    for key in 0..<3000 as Range<UInt64> { try map.set(key, to: key) }
    let root = try map.flush()
    store.resetCounts()
    let (left, right) = (
      try HAMT<UInt64, Store>(root: root, store: store), try HAMT<UInt64, Store>(root: root, store: store)
    )
    var changes = try left.changes(to: right)
    #expect(try changes.next() == nil)
    #expect(store.counts.gets == 2)
  }

  @Test("cannot be asked of different layouts, and a missing node is an error")
  func errors() throws {
    let store = Store()
    var map = HAMT<UInt64, Store>(store: store)
    for number in 0..<100 as Range<UInt64> { try map.set(number.keyBytes, to: number) }
    let other = HAMT<UInt64, Store>(store: store, configuration: HAMTConfiguration(bitWidth: 4))
    #expect(throws: CollectionError(.differentLayouts, "")) { try map.changes(to: other) }
    let array = AMT<UInt64, Store>(store: store)
    #expect(throws: CollectionError(.differentLayouts, "")) {
      try array.changes(to: AMT<UInt64, Store>(store: store, configuration: AMTConfiguration(bitWidth: 5)))
    }
    let storage = KAMT<UInt64, Store>(store: store)
    #expect(throws: CollectionError(.differentLayouts, "")) {
      try storage.changes(to: KAMT<UInt64, Store>(store: store, configuration: KAMTConfiguration(bitWidth: 4)))
    }
    let root = try map.flush()
    let alone = Store()
    try alone.put(Block(cid: root, bytes: try store.require(root)))
    var changes = try HAMT<UInt64, Store>(root: root, store: alone).changes(to: HAMT(store: alone))
    #expect(throws: CollectionError(.missingBlock, "")) { while try changes.next() != nil {} }
  }
}
