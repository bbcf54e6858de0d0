import FilCore
import Testing

@Suite("IPLD nodes", .timeLimit(.minutes(15)))
struct IPLDNodeTests {
  private static func bytes(_ hex: String) throws -> [UInt8] { try #require([UInt8](hex: hex)) }

  @Test(
    "every kind of node is read and written back",
    arguments: [
      ("f6", IPLDNode.null), ("f5", .bool(true)), ("00", .integer(0)), ("20", .integer(-1)),
      ("1bffffffffffffffff", .integer(IPLDInteger(.max))),
      ("3bffffffffffffffff", .integer(IPLDInteger(negativeComplement: .max))), ("fb3ff8000000000000", .float(1.5)),
      ("62c3a9", .string("\u{e9}")), ("420102", .bytes([1, 2])), ("82f681f4", .list([.null, .list([.bool(false)])])),
      ("a2616101626161f6", .map(["aa": .null, "a": .integer(1)])), ("a0", .map([:])),
      ("d82a450001550000", .link(CID(codec: .raw, hash: .identity, digest: []))),
    ])
  func roundTrip(hex: String, node: IPLDNode) throws {
    let bytes = try Self.bytes(hex)
    #expect(try IPLDNode(cbor: bytes) == node)
    #expect(node.cbor == bytes)
    #expect(try IPLDNode(cbor: bytes).cbor == bytes)
  }

  @Test("names that are the same characters in other bytes are two names")
  func namesAreBytes() throws {
    let bytes = try Self.bytes("a262c3a9016365cc8102")
    let node = try IPLDNode(cbor: bytes)
    #expect(node.cbor == bytes)
    guard case .map(let fields) = node else {
      Issue.record("no map")
      return
    }
    #expect(fields.count == 2)
    #expect(fields["\u{e9}"] == .integer(1))
    #expect(fields["e\u{301}"] == .integer(2))
    #expect(fields["e"] == nil)
  }

  @Test("nodes are equal exactly when their forms are")
  func equality() {
    let nodes: [IPLDNode] = [
      .null, .bool(false), .bool(true), .integer(1), .float(1), .float(0), .float(-0.0), .string("\u{e9}"),
      .string("e\u{301}"), .bytes([1]), .list([.integer(1)]), .list([]), .map([:]), .map(["\u{e9}": .null]),
      .map(["e\u{301}": .null]), .link(CID(dagCBOR: [0xf6])),
    ]
    for left in nodes {
      for right in nodes {
        #expect((left == right) == (left.cbor == right.cbor), "\(left) and \(right)")
        if left == right { #expect(left.hashValue == right.hashValue) }
      }
    }
  }

  @Test("integers that DAG-CBOR cannot hold are none")
  func integerRange() {
    let bound = Int128(1) << 64
    #expect(IPLDInteger(exactly: bound) == nil && IPLDInteger(exactly: -bound - 1) == nil)
    #expect(IPLDInteger(exactly: Int128.min) == nil && IPLDInteger(exactly: Int128.max) == nil)
    for value in [bound - 1, -bound, 0, -1] as [Int128] { #expect(IPLDInteger(exactly: value)?.value == value) }
    #expect(IPLDInteger(negativeComplement: 0) == -1 && -2 < (-1 as IPLDInteger))
  }

  @Test("links come in the order of the form")
  func links() {
    let cids = (0..<4).map { CID(dagCBOR: UInt64($0).cbor) }
    let node = IPLDNode.map([
      "bb": .link(cids[2]), "a": .list([.link(cids[0]), .null, .link(cids[1])]), "ccc": .map(["x": .link(cids[3])]),
    ])
    #expect(node.links == cids)
  }

  @Test("nesting is limited, whatever the input")
  func depth() throws {
    let most = IPLDNode.maxDepth - 1
    #expect(throws: Never.self) { try IPLDNode(cbor: [UInt8](repeating: 0x81, count: most) + [0xf6]) }
    #expect(throws: CBORError(.limitExceeded, at: 0)) {
      try IPLDNode(cbor: [UInt8](repeating: 0x81, count: most + 1) + [0xf6])
    }
    #expect(throws: CBORError(.limitExceeded, at: 0)) { try IPLDNode(cbor: [UInt8](repeating: 0x81, count: 100_000)) }
  }

  @Test("a map changes as a dictionary does and stays in canonical order")
  func mapChanges() {
    var random = SeededGenerator(seed: 5)
    var map = IPLDMap()
    var twin: [[UInt8]: Int128] = [:]
    for step in 0..<2_000 {
      let key = String(
        repeating: "ab".randomElement(using: &random) ?? "a", count: Int.random(in: 0...40, using: &random))
      if Bool.random(using: &random) {
        map[key] = IPLDInteger(exactly: step).map { .integer($0) }
        twin[Array(key.utf8)] = Int128(step)
      } else {
        map[key] = nil
        twin[Array(key.utf8)] = nil
      }
    }
    #expect(map.count == twin.count && map.count > 20)
    for field in map {
      let value = twin[Array(field.key.utf8)].flatMap { IPLDInteger(exactly: $0) }
      #expect(value.map { .integer($0) } == field.value)
    }
    for (left, right) in zip(map, map.dropFirst()) {
      #expect((left.key.utf8.count, left.key) < (right.key.utf8.count, right.key))
    }
    #expect(IPLDMap(map.reversed()) == map)
  }
}

@Suite("Names as bytes", .timeLimit(.minutes(15)))
struct NamesAsBytesTests {
  @Test("links and entries with names in other bytes are not equal")
  func names() {
    let cid = CID(dagCBOR: [0xf6])
    #expect(PBLink(cid: cid, name: "\u{e9}") != PBLink(cid: cid, name: "e\u{301}"))
    #expect(PBLink(cid: cid, name: "") != PBLink(cid: cid))
    #expect(PBLink(cid: cid, name: "a") == PBLink(cid: cid, name: "a"))
    let link = UnixFSLink(cid: cid, totalSize: 1)
    #expect(UnixFSEntry(name: "\u{e9}", link: link) != UnixFSEntry(name: "e\u{301}", link: link))
    #expect(UnixFSEntry(name: "\u{e9}", link: link) == UnixFSEntry(name: "\u{e9}", link: link))
  }

  @Test("floats that are not finite are none")
  func floats() {
    for value in [Double.nan, .signalingNaN, .infinity, -.infinity] { #expect(IPLDFloat(value) == nil) }
    #expect(IPLDFloat(0.0) != IPLDFloat(-0.0))
    #expect((1.5 as IPLDFloat).value == 1.5)
    #expect(IPLDNode.float(-1).cbor.hex == "fbbff0000000000000")
  }
}
