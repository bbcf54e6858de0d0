internal import FilCore
internal import FilCrypto

/// Encodings of points and hashing to G2: folder `bls12-381`, one document a case.
public struct BLS12381Vectors: VectorKind {
  /// The name of the folder.
  public let name = "bls12-381"

  /// A runner.
  public init() {}

  private static let domain = Array("QUUX-V01-CS02-with-BLS12381G2_XMD:SHA-256_SSWU_RO_".utf8)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try checkAll("deserialization_G1", in: folder, &run) { input, output in
      let bytes = try BLS12381Vectors.bytes(input, "pubkey")
      try expect((try? G1Affine(compressed: bytes)) != nil, equals: output.bool ?? false, "decodes")
    }
    try checkAll("deserialization_G2", in: folder, &run) { input, output in
      let bytes = try BLS12381Vectors.bytes(input, "signature")
      try expect((try? G2Affine(compressed: bytes)) != nil, equals: output.bool ?? false, "decodes")
    }
    try checkAll("hash_to_G2", in: folder, &run) { input, output in
      let message = Array(try input.requireString("msg").utf8)
      let point = G2Projective.hash(message, domain: BLS12381Vectors.domain).affine.uncompressed
      let expected = try BLS12381Vectors.coordinate(output, "x") + BLS12381Vectors.coordinate(output, "y")
      try expect(point, equals: expected, "point")
    }
  }

  private func checkAll(
    _ name: String, in folder: VectorFolder, _ run: inout VectorRun,
    _ body: (_ input: JSONValue, _ output: JSONValue) throws -> Void
  ) throws {
    let documents = folder.folder(name)
    for file in documents.names {
      run.check("\(name)/\(file)") {
        guard let vector = try documents.document(file) else { throw VectorError("no document") }
        try body(try vector.require("input"), try vector.require("output"))
      }
    }
  }

  private static func bytes(_ input: JSONValue, _ name: String) throws -> [UInt8] {
    let text = try input.requireString(name)
    guard text.hasPrefix("0x"), let bytes = [UInt8](hex: text.dropFirst(2)) else { throw VectorError("no bytes") }
    return bytes
  }

  /// An element "c0,c1" as this library writes it: c1, then c0.
  private static func coordinate(_ output: JSONValue, _ name: String) throws -> [UInt8] {
    let parts = try output.requireString(name).split(separator: ",").map { $0.dropFirst(2) }
    guard parts.count == 2, let c0 = [UInt8](hex: parts[0]), let c1 = [UInt8](hex: parts[1]) else {
      throw VectorError("no element of the extension")
    }
    return c1 + c0
  }
}
