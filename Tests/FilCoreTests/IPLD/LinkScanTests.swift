import FilCore
import Testing

@Suite("Links of blocks", .timeLimit(.minutes(15)))
struct LinkScanTests {
  /// A node of random shape.
  private static func node(_ random: inout SeededGenerator, depth: Int) -> IPLDNode {
    switch Int.random(in: 0..<(depth == 0 ? 7 : 10), using: &random) {
    case 0: return .null
    case 1: return .bool(true)
    case 2: return .integer(IPLDInteger(random.next() >> UInt64.random(in: 0..<64, using: &random)))
    case 3: return .float(1.25)
    case 4: return .string(["", "/", "bytes", "ä\u{10145}\"\\\n", "plain text"].randomElement(using: &random) ?? "")
    case 5: return .bytes(random.bytes(Int.random(in: 0..<40, using: &random)))
    case 6: return .link(cid(&random))
    case 7, 8: return .list((0..<Int.random(in: 0..<6, using: &random)).map { _ in node(&random, depth: depth - 1) })
    default:
      let keys = ["a", "b", "bytes", "é", "a longer name"]
      return .map(IPLDMap(keys.map { IPLDMap.Field(key: $0, value: node(&random, depth: depth - 1)) }))
    }
  }

  private static func cid(_ random: inout SeededGenerator) -> CID {
    let block = random.bytes(8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return CID(version0: SHA256.hash(block))
    case 1: return CID(codec: .raw, hash: .identity, digest: block)
    case 2: return CID(codec: .filCommitmentSealed, hash: .poseidon, digest: SHA256.hash(block))
    default: return CID(dagCBOR: block)
    }
  }

  @Test("are found without making values, in DAG-CBOR and DAG-JSON")
  func nodes() throws {
    var random = SeededGenerator(seed: 4)
    var found = 0
    for _ in 0..<1_000 {
      let node = Self.node(&random, depth: 4)
      #expect(try Block(dagCBOR: node.cbor).links() == node.links)
      let json = try node.dagJSON()
      let block = Block(cid: try CID(hashing: json, codec: .dagJSON, hash: .sha256), bytes: json)
      // The names of a map stand in another order there.
      #expect(Set(try block.links()) == Set(node.links))
      #expect(try block.links().count == node.links.count)
      found += node.links.count
    }
    #expect(found > 500)
  }

  @Test("are found in dag-pb, whose names and data are not looked at")
  func files() throws {
    var random = SeededGenerator(seed: 5)
    let links = (0..<50).map { PBLink(cid: Self.cid(&random), name: $0 % 2 == 0 ? nil : "name", totalSize: UInt64($0)) }
    let bytes = PBNode(links: links, data: random.bytes(30)).encoded
    let block = Block(cid: CID(version0: SHA256.hash(bytes)), bytes: bytes)
    #expect(try block.links() == links.map(\.cid))
  }

  @Test("of blocks of other codecs are none, and damaged blocks are refused")
  func others() throws {
    #expect(try Block(cid: CID(codec: .raw, hash: .identity, digest: [0xd8]), bytes: [0xd8]).links().isEmpty)
    let broken: [(Multicodec, [UInt8])] = [
      (.dagCBOR, [0x82, 0]), (.dagCBOR, [0, 0]), (.dagCBOR, []), (.dagPB, [0x12, 5]), (.dagPB, [0x0a, 0, 0x12, 0]),
      (.dagJSON, Array("[1".utf8)), (.dagJSON, Array("1 2".utf8)), (.dagJSON, Array("{\"/\":\"x\"}".utf8)),
      (.dagJSON, Array("{\"/\":\"bafkqaaa\",\"a\":1}".utf8)), (.dagJSON, Array("{\"a\":1,\"/\":\"bafkqaaa\"}".utf8)),
      (.dagJSON, [0x22, 0xff, 0x22]), (.dagJSON, Array("\"\\ud800\"".utf8)),
      (.dagJSON, Array(String(repeating: "[", count: 100_000).utf8)),
      (.dagJSON, Array(String(repeating: "{\"a\":", count: 100_000).utf8)),
    ]
    for (codec, bytes) in broken {
      let cid = try CID(hashing: bytes, codec: codec, hash: .sha256)
      #expect(throws: StoreError(.corrupt, ""), "\(codec) \(bytes.prefix(20).hex)") {
        try Block(cid: cid, bytes: bytes).links()
      }
    }
  }

  @Test("what a node can be read from, links can be found in", arguments: [Multicodec.dagCBOR, .dagJSON])
  func damage(codec: Multicodec) throws {
    var random = SeededGenerator(seed: 6)
    var accepted = 0
    for _ in 0..<3_000 {
      let node = Self.node(&random, depth: 2)
      let bytes = random.mutated(codec == .dagCBOR ? node.cbor : try node.dagJSON())
      let block = Block(cid: try CID(hashing: bytes, codec: codec, hash: .sha256), bytes: bytes)
      let read = codec == .dagCBOR ? try? IPLDNode(cbor: bytes) : try? IPLDNode(dagJSON: bytes)
      let links = try? block.links()
      guard let read else { continue }
      accepted += 1
      #expect(Set(try #require(links)) == Set(read.links))
    }
    #expect(accepted > 100)
  }
}
