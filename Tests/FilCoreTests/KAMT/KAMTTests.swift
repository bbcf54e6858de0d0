import FilCore
import Testing

@Suite("KAMT", .timeLimit(.minutes(15)))
struct KAMTTests {
  private typealias Map = KAMT<UInt64, FaultyBlockstore>

  /// Keys in a few dense places, so that links skip levels and are split.
  private static func key(_ number: UInt64) -> Word256 {
    var bytes = Bytes32.zero
    bytes[Int(number % 3) * 15] = 0x80
    bytes[31] = UInt8(truncatingIfNeeded: number * 37)
    return Word256(bytes)
  }

  @Test(
    "behaves like a dictionary in order, and its root depends on nothing but its entries",
    arguments: [1, 3, 5, 8], [(0, 1), (0, 3), (2, 1), (3, 2)])
  func model(bitWidth: Int, layout: (minDataDepth: Int, bucketSize: Int)) throws {
    var random = SeededGenerator(seed: UInt64(bitWidth))
    let configuration = KAMTConfiguration(
      bitWidth: bitWidth, minDataDepth: layout.minDataDepth, bucketSize: layout.bucketSize)
    var map = Map(store: FaultyBlockstore(), configuration: configuration)
    var model: [Word256: UInt64] = [:]
    for round in 0..<240 {
      let key = Self.key(UInt64.random(in: 0..<40, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let old = model.updateValue(UInt64(round), forKey: key)
        #expect(try map.set(key, to: UInt64(round)) == (old != UInt64(round)))
      case 1: #expect(try map.delete(key) == (model.removeValue(forKey: key) != nil))
      case 2:
        #expect(try map.setIfAbsent(key, to: 7) == (model[key] == nil))
        model[key] = model[key] ?? 7
      default: #expect(try map.get(key) == model[key])
      }
      guard round % 20 == 19 else { continue }
      let root = try map.flush()
      var fresh = Map(store: map.store, configuration: configuration)
      for (key, value) in model { try fresh.set(key, to: value) }
      #expect(try fresh.flush() == root)
      map = try Map(root: root, store: map.store, configuration: configuration)
      var found: [Word256] = []
      try map.forEach { key, _ in found.append(key) }
      #expect(found == model.keys.sorted())
      for number in 0..<40 as Range<UInt64> {
        var rest = try map.entries(startingAt: Self.key(number))
        #expect(try rest.next()?.key == found.first { $0 >= Self.key(number) })
      }
    }
  }

  @Test("flush writes only what has changed, and what fails leaves the map as it was")
  func batchesAndFailures() throws {
    let store = FaultyBlockstore()
    var map = Map(store: store)
    for number in 0..<200 as Range<UInt64> { try map.set(Self.key(number), to: number) }
    let root = try map.flush()
    store.resetCounts()
    #expect(try !map.set(Self.key(1), to: try map.get(Self.key(1)) ?? 0))
    _ = try map.flush()
    #expect(store.counts.batches == 0)
    var reread = try Map(root: root, store: store)
    store.fail(true)
    #expect(throws: CollectionError(.store, "")) { try reread.set(Self.key(1), to: 2_000) }
    #expect(throws: CollectionError(.store, "")) { try reread.delete(Self.key(1)) }
    store.fail(false)
    #expect(try reread.flush() == root)
  }

  @Test(
    "malformed nodes are refused",
    arguments: [
      // A bit for a slot that the width does not have; no pointer for a bit; an empty bucket.
      "8245010000000081a1617681824043010203", "82410180", "82410181a1617680",
      // A key with a zero before it; two entries where one is allowed; another name; text for bytes.
      "82410181a16176818242000100", "82410181a161768282400082410100", "82410181a1617881824000",
      "82410181a161768182616100",
    ])
  func malformed(hex: String) throws {
    let block = Block(dagCBOR: try #require([UInt8](hex: hex)))
    #expect(throws: CollectionError(.malformedNode, "")) {
      try KAMT<RawCBOR, MemoryBlockstore>(root: block.cid, store: MemoryBlockstore([block]))
    }
  }

  @Test("skipped bits must be whole levels, in just as many bytes, and leave bits for the node")
  func malformedLinks() throws {
    func root(_ count: UInt64, _ path: [UInt8]) -> Block {
      var encoder = CBOREncoder()
      encoder.array(count: 2)
      encoder.byteString([1])
      encoder.array(count: 1)
      encoder.map(count: 1)
      encoder.text("l")
      encoder.array(count: 3)
      encoder.link(CID(dagCBOR: [0xf6]))
      encoder.unsigned(count)
      encoder.byteString(path)
      return Block(dagCBOR: encoder.bytes)
    }
    func read(_ block: Block) throws {
      _ = try KAMT<RawCBOR, MemoryBlockstore>(root: block.cid, store: MemoryBlockstore([block]))
    }
    try read(root(0, []))
    try read(root(5, [0xf8]))
    try read(root(250, [UInt8](repeating: 0, count: 32)))
    let wrong: [(UInt64, [UInt8])] = [
      (4, [0]), (5, []), (5, [0, 0]), (5, [0xfc]), (0, [0]), (255, [UInt8](repeating: 0, count: 32)), (.max, []),
    ]
    for (count, path) in wrong {
      #expect(throws: CollectionError(.malformedNode, "")) { try read(root(count, path)) }
    }
  }
}
