import FilCore
import Testing

@Suite("CAR of version 2, written", .timeLimit(.minutes(5)))
struct CARv2WriterTests {
  private static let blocks: [Block] = [
    Block(dagCBOR: [1]), Block(dagCBOR: [2]), block([3], .raw, .sha256), block([4], .raw, .blake2b256),
    block([5], .raw, .identity), block([3], .dagCBOR, .sha256),
    Block(cid: CID(codec: .raw, hash: .keccak256, digest: [9, 9, 9]), bytes: [6]),
  ]

  private static func block(_ bytes: [UInt8], _ codec: Multicodec, _ hash: MultihashCode) -> Block {
    let digest = hash == .sha256 ? SHA256.hash(bytes).bytes : BLAKE2b.hash256(bytes).bytes
    return Block(cid: CID(codec: codec, hash: hash, digest: hash == .identity ? bytes : digest), bytes: bytes)
  }

  private static func archive(_ kind: CARIndex.Kind) throws -> [UInt8] {
    var writer = try CARv2Writer(roots: [blocks[0].cid], to: ArraySink(), index: kind)
    for block in blocks { try writer.write(block) }
    return try writer.finish().bytes
  }

  @Test("the blocks are read, and the index leads to each", arguments: CARIndex.Kind.allCases)
  func roundTrip(kind: CARIndex.Kind) throws {
    let bytes = try Self.archive(kind)
    var reader = try CARReader(ArraySource(bytes), options: CAROptions(verifiesBlocks: false))
    let header = try #require(reader.version2)
    #expect(reader.roots == [Self.blocks[0].cid])
    var sections: [CARSection] = []
    while let section = try reader.next() { sections.append(section) }
    #expect(sections.map(\.block) == Self.blocks)
    let start = try #require(header.indexOffset)
    #expect(start == header.dataOffset + header.dataSize)
    let form = Array(bytes[Int(start)...])
    let index = try CARIndex(form, dataSize: header.dataSize)
    #expect(index.entries.count == Self.blocks.count - 1)
    #expect(index.encoded(as: kind) == form)
    for section in sections where section.block.cid.hash != .identity {
      #expect(index.offsets(of: section.block.cid).contains(section.offset - header.dataOffset))
    }
    #expect(index.offsets(of: CID(dagCBOR: [7])).isEmpty)
    #expect(index.offsets(of: Self.blocks[4].cid).isEmpty)
    // Two codecs, one digest.
    #expect(index.offsets(of: Self.blocks[2].cid).count == 2)
  }

  @Test("the data is the archive of version 1")
  func data() throws {
    var writer = try CARWriter(roots: [Self.blocks[0].cid], to: ArraySink())
    for block in Self.blocks { try writer.write(block) }
    let bytes = try Self.archive(.sorted)
    #expect(Array(bytes[51..<51 + writer.sink.bytes.count]) == writer.sink.bytes)
  }

  @Test("an archive that was not finished is refused")
  func unfinished() throws {
    let whole = try Self.archive(.sorted)
    let unfinished = Array(whole[..<11]) + [UInt8](repeating: 0, count: 40) + Array(whole[51...])
    #expect(throws: CARError(.invalidHeader, at: 11)) { try CARReader(ArraySource(unfinished)) }
  }

  @Test("a walk is written without identity CIDs")
  func walk() throws {
    let store = MemoryBlockstore(Self.blocks)
    let root = Block(dagCBOR: Self.blocks.prefix(5).map(\.cid).cbor)
    try store.put(root)
    var writer = try CARv2Writer(roots: [root.cid], to: ArraySink())
    try writer.write(DAGWalk(from: [root.cid], in: store))
    var reader = try CARReader(ArraySource(try writer.finish().bytes))
    var read: [Block] = []
    while let section = try reader.next() { read.append(section.block) }
    #expect(read == [root] + Self.blocks.prefix(4))
  }

  @Test("indexes out of order, or that lead outside, are refused with the position of the entry")
  func wrongIndexes() throws {
    func entry(_ digest: UInt8, _ offset: UInt8) -> [UInt8] {
      [UInt8](repeating: digest, count: 4) + [offset] + [UInt8](repeating: 0, count: 7)
    }
    func widths(_ entries: [UInt8]) -> [UInt8] {
      [12, 0, 0, 0, UInt8(entries.count), 0, 0, 0, 0, 0, 0, 0] + entries
    }
    func expectInvalid(at offset: UInt64, _ bytes: [UInt8]) {
      let error = #expect(throws: CARError.self) { try CARIndex(bytes, dataSize: 100) }
      #expect(error?.code == .invalidIndex && error?.offset == offset, "\(String(describing: error))")
    }
    let one: [UInt8] = [0x80, 0x08, 1, 0, 0, 0]
    let two: [UInt8] = [0x80, 0x08, 2, 0, 0, 0]
    #expect(try CARIndex(one + widths(entry(1, 99) + entry(1, 5)), dataSize: 100).entries.count == 2)
    expectInvalid(at: 30, one + widths(entry(2, 1) + entry(1, 5)))
    expectInvalid(at: 30, one + widths(entry(1, 1) + entry(1, 100)))
    #expect(try CARIndex(one + widths(entry(1, 1) + entry(1, 100))).entries.count == 2)
    expectInvalid(at: 30, two + widths(entry(1, 1)) + widths(entry(1, 2)))
    let hash: [UInt8] = [0x12, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0] + widths(entry(1, 1))
    expectInvalid(at: 42, [0x81, 0x08, 2, 0, 0, 0] + hash + hash)
  }
}
