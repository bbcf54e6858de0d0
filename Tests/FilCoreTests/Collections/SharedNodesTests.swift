import FilCore
import Testing

/// A few blocks in which one node stands in many places: whoever went through all of it would never end.
@Suite("Nodes that stand in many places", .timeLimit(.minutes(1)))
struct SharedNodesTests {
  private static func encoded(_ body: (inout CBOREncoder) -> Void) -> [UInt8] {
    var encoder = CBOREncoder()
    body(&encoder)
    return encoder.bytes
  }

  /// A tower of nodes with 32 links each to the node below, on a node with some entries.
  private static func tower(
    _ store: MemoryBlockstore, levels: Int, leaf: [UInt8], link: (inout CBOREncoder, CID) -> Void
  ) throws -> CID {
    var block = Block(dagCBOR: leaf)
    try store.put(block)
    for _ in 0..<levels {
      let child = block.cid
      block = Block(
        dagCBOR: encoded { encoder in
          encoder.array(count: 2)
          encoder.byteString([255, 255, 255, 255])
          encoder.array(count: 32)
          for _ in 0..<32 { link(&encoder, child) }
        })
      try store.put(block)
    }
    return block.cid
  }

  @Test("are refused in a HAMT, by those who read it and by those who compare it", arguments: [4, 30])
  func maps(levels: Int) throws {
    let store = MemoryBlockstore()
    let leaf = Self.encoded { encoder in
      encoder.array(count: 2)
      encoder.byteString([15])
      encoder.array(count: 4)
      for key in 0..<4 as Range<UInt64> {
        encoder.array(count: 1)
        encoder.tuple(key.keyBytes, key)
      }
    }
    let root = try Self.tower(store, levels: levels, leaf: leaf) { $0.link($1) }
    let map = try HAMT<UInt64, MemoryBlockstore>(root: root, store: store)
    #expect(throws: CollectionError(.malformedNode, "")) { try map.forEach { _, _ in } }
    var changes = try map.changes(to: HAMT(store: store))
    #expect(throws: CollectionError(.malformedNode, "")) { while try changes.next() != nil {} }
    var reversed = try HAMT<UInt64, MemoryBlockstore>(store: store).changes(to: map)
    #expect(throws: CollectionError(.malformedNode, "")) { while try reversed.next() != nil {} }
  }

  @Test("are read near the root of a HAMT, as others do")
  func nearTheRoot() throws {
    let store = MemoryBlockstore()
    var leaf = HAMT<UInt64, MemoryBlockstore>(store: store)
    for key in 0..<4 as Range<UInt64> { try leaf.set(key.keyBytes, to: key) }
    let block = try store.require(try leaf.flush())
    let root = try Self.tower(store, levels: 2, leaf: block) { $0.link($1) }
    var count = 0
    try HAMT<UInt64, MemoryBlockstore>(root: root, store: store).forEach { _, _ in count += 1 }
    #expect(count == 4 * 32 * 32)
  }

  @Test("are refused in a KAMT", arguments: [1, 2, 30])
  func keyedMaps(levels: Int) throws {
    let store = MemoryBlockstore()
    let leaf = Self.encoded { encoder in
      encoder.array(count: 2)
      encoder.byteString([3])
      encoder.array(count: 2)
      for key in 0..<2 as Range<UInt64> {
        encoder.map(count: 1)
        encoder.text("v")
        encoder.array(count: 1)
        encoder.tuple(Word256(key), key)
      }
    }
    let root = try Self.tower(store, levels: levels, leaf: leaf) { encoder, child in
      encoder.map(count: 1)
      encoder.text("l")
      encoder.tuple(child, 0 as UInt64, [] as [UInt8])
    }
    let map = try KAMT<UInt64, MemoryBlockstore>(root: root, store: store)
    #expect(throws: CollectionError(.malformedNode, "")) { try map.forEach { _, _ in } }
    var changes = try map.changes(to: KAMT(store: store))
    #expect(throws: CollectionError(.malformedNode, "")) { while try changes.next() != nil {} }
  }

  /// A node of a directory with eight slots, all of which lead to one block.
  private static func shard(_ child: CID, name: String) -> Block {
    let links = (0..<8).map { PBLink(cid: child, name: "\($0)" + name, totalSize: 0) }
    let bytes = PBNode(links: links, data: [0x08, 5, 0x12, 1, 0xff, 0x28, 0x22, 0x30, 8]).encoded
    return Block(cid: CID(version0: SHA256.hash(bytes)), bytes: bytes)
  }

  @Test("are refused in a directory, and so are empty ones", arguments: [false, true], [1, 2, 20])
  func directories(isEmpty: Bool, levels: Int) throws {
    let store = MemoryBlockstore()
    var block = Self.shard(CID(codec: .raw, hash: .identity, digest: []), name: "a")
    if isEmpty {
      let bytes = PBNode(data: [0x08, 5, 0x28, 0x22, 0x30, 8]).encoded
      block = Block(cid: CID(version0: SHA256.hash(bytes)), bytes: bytes)
    }
    try store.put(block)
    for _ in 0..<levels {
      block = Self.shard(block.cid, name: "")
      try store.put(block)
    }
    #expect(throws: UnixFSError(.malformedNode, "")) { try UnixFSReader(store: store).entries(block.cid, limit: 10) }
  }

  @Test("a slot of a directory stands once, and slots rise")
  func repeatedSlots() throws {
    let store = MemoryBlockstore()
    let file = CID(codec: .raw, hash: .identity, digest: [])
    for digits in [["0", "0"], ["1", "0"]] {
      let links = digits.map { PBLink(cid: file, name: $0 + "x", totalSize: 0) }
      let bytes = PBNode(links: links, data: [0x08, 5, 0x12, 1, 0xff, 0x28, 0x22, 0x30, 8]).encoded
      let block = Block(cid: CID(version0: SHA256.hash(bytes)), bytes: bytes)
      try store.put(block)
      #expect(throws: UnixFSError(.malformedNode, "")) { try UnixFSReader(store: store).entries(block.cid) }
    }
  }
}
