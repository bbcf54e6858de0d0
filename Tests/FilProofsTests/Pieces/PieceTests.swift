import FilCore
import FilProofs
import Testing

@Suite("Pieces", .timeLimit(.minutes(15)))
struct PieceTests {
  /// A piece commitment by whole rows of single nodes: the twin of the streaming form.
  static func reference(_ raw: [UInt8], size: Int) -> Bytes32? {
    let padded = Fr32Reference.pad(raw + [UInt8](repeating: 0, count: size / 128 * 127 - raw.count))
    var row = stride(from: 0, to: padded.count, by: 32).map { Array(padded[$0..<$0 + 32]) }
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map { index in
        var digest = SHA256.hash(row[index] + row[index + 1]).bytes
        digest[31] &= 0x3f
        return digest
      }
    }
    return row.first.flatMap { Bytes32($0) }
  }

  @Test("commitments agree with the plain form", arguments: [0, 1, 126, 127, 128, 500, 2032, 4000])
  func plain(_ count: Int) {
    let raw = SealedSample.bytes("piece", count: count)
    let piece = PieceCommitment.of(raw)
    #expect(piece.commitment == Self.reference(raw, size: Int(piece.size.rawValue)))
  }

  @Test("data in parts gives the same as at once", arguments: [1, 100, 127, 65_536])
  func parts(_ part: Int) {
    // More than two batches, so that the stack of subtrees is used.
    let raw = SealedSample.bytes("piece", count: 1 << 16) + [UInt8](repeating: 3, count: (127 << 14) + 1000)
    var hasher = PieceHasher()
    for start in stride(from: 0, to: part == 1 ? 1000 : raw.count, by: part) {
      hasher.update(Array(raw[start..<min(start + part, raw.count)]))
    }
    let whole = PieceCommitment.of(raw[..<Int(hasher.count)])
    #expect(hasher.finish() == whole)
  }

  @Test("zeros after the data do not change a larger piece's commitment")
  func larger() throws {
    let raw = SealedSample.bytes("piece", count: 1000)
    let size = try #require(PaddedPieceSize(rawValue: 4 << 20))
    let zeros = [UInt8](repeating: 0, count: Int(size.unpadded) - raw.count)
    #expect(try PieceCommitment.of(raw, size: size) == PieceCommitment.of(raw + zeros))
  }

  @Test("data that does not fit is refused")
  func tooLarge() throws {
    let size = try #require(PaddedPieceSize(rawValue: 128))
    #expect(throws: PieceError.dataExceedsPiece(data: 128, piece: size)) {
      try PieceCommitment.of([UInt8](repeating: 0, count: 128), size: size)
    }
  }

  @Test("pieces of the chain are checked")
  func infos() throws {
    let piece = PieceCommitment.of([1, 2, 3])
    #expect(try PieceCommitment(piece.info) == piece)
    #expect(throws: PieceError.invalidSize(100)) { try PieceCommitment(PieceInfo(size: 100, cid: piece.cid)) }
    let sealed = CID(sealedCommitment: piece.commitment)
    #expect(throws: PieceError.noPieceCommitment(sealed)) { try PieceCommitment(PieceInfo(size: 128, cid: sealed)) }
  }

  @Test("pieces that do not fit by alignment are refused for a sector")
  func alignment() throws {
    let pieces = try [1024, 512, 1024].map { try #require(PaddedPieceSize(rawValue: $0)) }
      .map { PieceCommitment.zero(size: $0) }
    #expect(throws: PieceError.piecesExceedSector(pieces: 3072, sector: 2560)) {
      try DataCommitment.ofSector(pieces: pieces, sectorSize: 2560)
    }
    let huge = try [1 << 63, 1 << 63, 128].map { try #require(PaddedPieceSize(rawValue: $0)) }
      .map { PieceCommitment(size: $0, commitment: .zero) }
    #expect(throws: PieceError.piecesExceedSector(pieces: .max, sector: 1 << 63)) {
      try DataCommitment.ofSector(pieces: huge, sectorSize: 1 << 63)
    }
    let zero = ZeroCommitments.root(ofPadded: 4096)
    #expect(try DataCommitment.ofSector(pieces: pieces, sectorSize: 4096) == zero)
    #expect(try DataCommitment.ofSector(pieces: [], sectorSize: 4096) == zero)
  }
}
