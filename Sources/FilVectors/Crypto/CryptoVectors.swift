/// Wallet keys, signatures, VRFs, win counts, hash functions and curve arithmetic: folder `crypto`.
public struct CryptoVectors: VectorKind {
  /// The name of the folder.
  public let name = "crypto"

  /// A runner.
  public init() {}

  /// How each file's cases are checked, by the file's name.
  static let checks: [(file: String, check: @Sendable (JSONValue) throws -> Void)] = [
    ("bls12-381-arithmetic.jsonl", checkCurveArithmetic),
    ("hash-to-curve.jsonl", checkHashToCurve),
    ("multi-scalar.jsonl", checkMultiScalar),
    ("points.jsonl", checkPoint),
  ]

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for (file, check) in CryptoVectors.checks {
      try run.checkLines(of: file, in: folder, check)
    }
  }
}
