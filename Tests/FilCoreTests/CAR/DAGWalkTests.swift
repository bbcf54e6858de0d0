import FilCore
import Testing

@Suite("Walks over DAGs", .timeLimit(.minutes(15)))
struct DAGWalkTests {
  /// A block with links, told apart by a number.
  private static func node(_ number: UInt64, _ links: [CID]) -> Block {
    Block(dagCBOR: number.cborPair(links))
  }

  private static func walk(_ walk: DAGWalk<MemoryBlockstore>) throws -> [CID] {
    var walk = walk
    var visited: [CID] = []
    while let block = try walk.next() { visited.append(block.cid) }
    return visited
  }

  @Test("parents come before children, in the order of the links, each block once")
  func order() throws {
    let leaf = Self.node(1, [])
    let inner = CID(codec: .dagCBOR, hash: .identity, digest: Self.node(2, [leaf.cid]).bytes)
    let left = Self.node(3, [inner])
    let sealed = CID(codec: .filCommitmentSealed, hash: .poseidon, digest: Bytes32.zero)
    let right = Self.node(4, [leaf.cid, left.cid, sealed])
    let root = Self.node(5, [right.cid, left.cid])
    let store = MemoryBlockstore([leaf, left, right, root])
    let all = [root.cid, right.cid, leaf.cid, left.cid, inner]
    #expect(try Self.walk(DAGWalk(from: [root.cid], in: store)) == all)
    #expect(try Self.walk(DAGWalk(from: [left.cid, left.cid], in: store)) == [left.cid, inner, leaf.cid])
    let selected = DAGWalk(from: [root.cid], in: store) { $0 != right.cid }
    #expect(try Self.walk(selected) == [root.cid, left.cid, inner, leaf.cid])
    var writer = try CARWriter(roots: [root.cid], to: ArraySink())
    try writer.write(DAGWalk(from: [root.cid], in: store))
    var reader = try CARReader(ArraySource(writer.sink.bytes))
    var written: [CID] = []
    while let section = try reader.next() { written.append(section.block.cid) }
    #expect(written == all.dropLast())
  }

  @Test("roots are added while it walks, and blocks visited out of turn are not left for their links")
  func addedRoots() throws {
    let (leaf, other) = (Self.node(1, []), Self.node(2, []))
    let left = Self.node(3, [leaf.cid])
    let right = Self.node(4, [leaf.cid, left.cid, other.cid])
    var walk = DAGWalk(from: [left.cid], in: MemoryBlockstore([leaf, other, left, right]))
    #expect(try walk.next() == left)
    #expect(try walk.visit(right.cid) == right)
    #expect(try walk.visit(right.cid) == nil)
    #expect(try walk.visit(left.cid) == nil)
    #expect(try Self.walk(walk) == [leaf.cid])
    walk.add([right.cid, other.cid, left.cid])
    #expect(try Self.walk(walk) == [other.cid, leaf.cid])
    #expect(throws: StoreError(.notFound, "")) { try walk.visit(CID(dagCBOR: "missing".cbor)) }
  }

  @Test("a depth is kept by the shortest way to a block, each block given once")
  func depth() throws {
    let leaf = Self.node(1, [])
    let low = Self.node(2, [leaf.cid])
    let middle = Self.node(3, [low.cid])
    let long = Self.node(4, [middle.cid])
    // To `middle` it is two links by `long`, and one at once.
    let root = Self.node(5, [long.cid, middle.cid])
    let store = MemoryBlockstore([leaf, low, middle, long, root])
    func walk(_ depth: Int?) throws -> [CID] { try Self.walk(DAGWalk(from: [root.cid], in: store, maxDepth: depth)) }
    #expect(try walk(0) == [root.cid])
    #expect(try walk(1) == [root.cid, long.cid, middle.cid])
    #expect(try walk(2) == [root.cid, long.cid, middle.cid, low.cid])
    #expect(try walk(3) == [root.cid, long.cid, middle.cid, low.cid, leaf.cid])
    #expect(try walk(nil) == walk(3))
    let two = DAGWalk(from: [long.cid, low.cid], in: store, maxDepth: 1)
    #expect(try Self.walk(two) == [long.cid, middle.cid, low.cid, leaf.cid])
    var writer = try CARWriter(roots: [root.cid], to: ArraySink())
    try writer.write(DAGWalk(from: [root.cid], in: store, maxDepth: 1) { $0 != middle.cid })
    var reader = try CARReader(ArraySource(writer.sink.bytes))
    #expect(try reader.next()?.block == root)
    #expect(try reader.next()?.block == long)
    #expect(try reader.next() == nil)
  }

  @Test("missing and unreadable blocks are errors, unless missing ones are allowed")
  func faults() throws {
    let missing = CID(dagCBOR: "missing".cbor)
    let root = Self.node(1, [missing])
    let store = MemoryBlockstore([root])
    #expect(throws: StoreError(.notFound, "")) { try Self.walk(DAGWalk(from: [root.cid], in: store)) }
    #expect(try Self.walk(DAGWalk(from: [root.cid], in: store, allowsMissing: true)) == [root.cid])
    try store.put(Block(cid: missing, bytes: [0xff]))
    #expect(throws: StoreError(.corrupt, "")) { try Self.walk(DAGWalk(from: [root.cid], in: store)) }
  }
}

extension UInt64 {
  /// A list of this number and links.
  fileprivate func cborPair(_ links: [CID]) -> [UInt8] {
    var encoder = CBOREncoder()
    encoder.tuple(self, links)
    return encoder.bytes
  }
}
