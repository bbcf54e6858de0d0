internal import FilCore
internal import FilProofs

/// Fr32 padding.
enum Fr32Vectors {
  static let files: [ProofsFile] = [.lines("fr32.jsonl", run)]

  private static func run(_ line: JSONValue) throws {
    switch try line.requireString("op") {
    case "pad": try pad(line)
    case "unpad": try unpad(line)
    case "sizes": try sizes(line)
    case let other: throw VectorError("unknown operation '\(other)'")
    }
  }

  private static func pad(_ line: JSONValue) throws {
    let padded = Fr32.pad(try VectorStream.data(line, count: try line.requireInteger("len")))
    try expect(padded.count, equals: try line.requireInteger("padded_len"), "length")
    if line["padded"] != nil { try expect(padded, equals: try line.requireBytes("padded"), "padded") }
    try expect(SHA256.hash(padded), equals: try line.requireBytes32("padded_sha256"), "digest")
  }

  private static func unpad(_ line: JSONValue) throws {
    let raw = try VectorStream.data(line, count: try line.requireInteger("raw_len"))
    let padded = Fr32.pad(raw)
    try expect(padded.count, equals: try line.requireInteger("padded_len"), "length")
    let offset: Int = try line.requireInteger("offset")
    let count: Int = try line.requireInteger("len")
    let out = try Fr32.unpad(padded, range: offset..<offset + count)
    try expect(out.count, equals: try line.requireInteger("written"), "bytes written")
    try expect(SHA256.hash(out), equals: try line.requireBytes32("out_sha256"), "digest")
    if line["out"] != nil { try expect(out, equals: try line.requireBytes("out"), "bytes") }
    if line["equals_raw_slice"]?.bool == true { try expect(out, equals: Array(raw[offset..<offset + count]), "slice") }
  }

  private static func sizes(_ line: JSONValue) throws {
    let amount: UInt64 = try line.requireInteger("n")
    try expect(Fr32.paddedAmount(amount), equals: try line.requireInteger("to_padded_bytes"), "padded")
    try expect(Fr32.unpaddedAmount(amount), equals: try line.requireInteger("to_unpadded_bytes"), "unpadded")
  }
}
