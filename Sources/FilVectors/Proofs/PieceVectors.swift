internal import FilCore
internal import FilProofs

/// Piece commitments and commitments to a sector's data.
enum PieceVectors {
  static let files: [ProofsFile] = [
    .lines("commp.jsonl", commP),
    .document("commp_api.json", entries: acceptanceAndAlignment, commPRules),
    .document("zero_commp.json", entries: { $0.array ?? [] }, zero),
    .lines("commd.jsonl", commD),
  ]

  private static func commP(_ line: JSONValue) throws {
    let piece = PieceCommitment.of(try VectorStream.data(line, count: try line.requireInteger("raw_len")))
    try expect(piece.size.rawValue, equals: try line.requireInteger("padded_piece_size"), "padded size")
    try expect(piece.size.unpadded, equals: try line.requireInteger("unpadded_piece_size"), "unpadded size")
    try expect(piece.commitment, equals: try line.requireBytes32("comm_p"), "commitment")
    try expect(piece.cid.description, equals: try line.requireString("piece_cid"), "CID")
  }

  private static func acceptanceAndAlignment(_ document: JSONValue) throws -> [JSONValue] {
    try document.requireArray("generate_piece_commitment_acceptance") + document.requireArray("piece_alignment")
  }

  private static func commPRules(_ entry: JSONValue) throws {
    if entry["piece_unpadded"] != nil { try alignment(entry) } else { try acceptance(entry) }
  }

  /// The reference takes a source and a piece size: surplus bytes are ignored, and a source may lack bytes only within
  /// the last 127. Here a caller says which bytes it means, and the size is a type that has no wrong values.
  private static func acceptance(_ entry: JSONValue) throws {
    let unpadded: UInt64 = try entry.requireInteger("unpadded_piece_size")
    let count: UInt64 = try entry.requireInteger("source_len")
    let isAccepted = try entry.require("ok").bool == true
    guard unpadded >= 127, let size = PaddedPieceSize(rawValue: Fr32.paddedAmount(unpadded)) else {
      return try expect(false, equals: isAccepted, "acceptance of \(unpadded) bytes")
    }
    guard UInt64(Fr32.paddedCount(Int(count))) >= size.rawValue else {
      return try expect(false, equals: isAccepted, "acceptance of a short source")
    }
    try expect(true, equals: isAccepted, "acceptance")
    let source = [UInt8](repeating: 1, count: Int(min(count, unpadded)))
    let piece = try PieceCommitment.of(source, size: size)
    try expect(piece.commitment, equals: try entry.requireBytes32("comm_p"), "commitment")
  }

  private static func alignment(_ entry: JSONValue) throws {
    var written: UInt64 = 0
    for count: UInt64 in try entry.requireIntegers("previous_unpadded") {
      let zeros = try zeros(written: written, count: count)
      written += zeros.before + count + zeros.after
    }
    try expect(written, equals: try entry.requireInteger("written_before"), "bytes before")
    let zeros = try zeros(written: written, count: try entry.requireInteger("piece_unpadded"))
    try expect(zeros.before, equals: try entry.requireInteger("left_bytes"), "zeros before")
    try expect(zeros.after, equals: try entry.requireInteger("right_bytes"), "zeros after")
    try expect(written + zeros.before, equals: try entry.requireInteger("start_byte"), "start")
  }

  private static func zeros(written: UInt64, count: UInt64) throws -> (before: UInt64, after: UInt64) {
    guard let zeros = PieceAlignment.zeros(written: written, count: count) else { throw VectorError("no piece") }
    return zeros
  }

  private static func zero(_ entry: JSONValue) throws {
    let size: UInt64 = try entry.requireInteger("padded_size")
    let root = ZeroCommitments.root(ofPadded: size)
    try expect(Fr32.unpaddedAmount(size), equals: try entry.requireInteger("unpadded_size"), "unpadded size")
    try expect(root, equals: try entry.requireBytes32("commitment"), "commitment")
    try expect(CID(unsealedCommitment: root).description, equals: try entry.requireString("cid"), "CID")
  }

  private static func commD(_ line: JSONValue) throws {
    let sectorSize: UInt64 = try line.requireInteger("sector_size")
    let root = Result { () throws -> Bytes32 in
      let pieces = try line.requireArray("pieces").map { entry throws -> PieceCommitment in
        let size: UInt64 = try entry.requireInteger("padded_size")
        return try PieceCommitment(
          PieceInfo(size: size, cid: CID(unsealedCommitment: try entry.requireBytes32("comm_p"))))
      }
      return try DataCommitment.ofPieces(pieces, sectorSize: sectorSize)
    }
    guard line["error"] == nil else {
      if case .failure(is PieceError) = root { return }
      throw VectorError("accepted what the reference refuses: \(try line.requireString("error"))")
    }
    try expect(try root.get(), equals: try line.requireBytes32("comm_d"), "commitment")
    try expect(CID(unsealedCommitment: try root.get()).description, equals: try line.requireString("cid"), "CID")
  }
}
