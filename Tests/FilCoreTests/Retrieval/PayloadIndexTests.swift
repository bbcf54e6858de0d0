import FilCore
import Testing

@Suite("Payloads in pieces", .timeLimit(.minutes(1)))
struct PayloadIndexTests {
  private static let piece = CID(codec: .raw, hash: .sha256, digest: SHA256.hash([0]))
  private static let other = CID(codec: .raw, hash: .sha256, digest: SHA256.hash([1]))

  private static func car() throws -> (roots: [CID], bytes: [UInt8], blocks: [Block]) {
    let blocks = (0..<5).map { Block(dagCBOR: SeededRandom(seed: $0).bytes(Int($0) * 40).cbor) }
    var writer = try CARWriter(roots: [blocks[0].cid], to: ArraySink())
    for block in blocks { try writer.write(block) }
    return ([blocks[0].cid], writer.sink.bytes, blocks)
  }

  @Test("each block is found where its bytes are, in every piece that has it")
  func places() async throws {
    let (roots, bytes, blocks) = try Self.car()
    let index = MemoryPayloadIndex()
    for piece in [Self.piece, Self.other, Self.piece] {
      #expect(try index.add(ArraySource(bytes + [0, 0]), as: piece) == roots)
    }
    let source = MemoryPieceSource([Self.piece: bytes])
    for block in blocks {
      let places = try index.locations(of: block.cid)
      #expect(places.map(\.piece) == [Self.piece, Self.other])
      let range = try #require(places.first?.range)
      #expect(try await source.read(range, of: Self.piece) == block.bytes)
      let renamed = CID(codec: .raw, hash: block.cid.hash, digest: block.cid.digest)
      #expect(try index.locations(of: renamed) == places)
    }
    #expect(try index.count == blocks.count && index.locations(of: Self.piece).isEmpty)
    index.remove(Self.piece)
    #expect(try index.locations(of: blocks[1].cid).map(\.piece) == [Self.other])
    index.remove(Self.other)
    #expect(index.count == 0)
  }

  @Test("nothing of a damaged CAR is added")
  func damaged() throws {
    var (_, bytes, _) = try Self.car()
    bytes[bytes.count - 1] ^= 1
    let index = MemoryPayloadIndex()
    #expect(throws: CARError(.mismatch, at: 0)) { try index.add(ArraySource(bytes), as: Self.piece) }
    #expect(index.count == 0)
  }

  @Test("parts that a piece does not have")
  func ranges() async {
    let source = MemoryPieceSource([Self.piece: [1, 2, 3]])
    await #expect(throws: PieceSourceError(.outOfRange, Self.piece)) { try await source.read(2..<4, of: Self.piece) }
    await #expect(throws: PieceSourceError(.unknownPiece, Self.other)) { try await source.read(0..<0, of: Self.other) }
    #expect(PayloadLocation(piece: Self.piece, offset: .max, size: 1).range == nil)
  }
}
