/// Wallet keys, signatures, VRFs, win counts, hash functions and curve arithmetic: folder `crypto`.
public struct CryptoVectors: VectorKind {
  /// The name of the folder.
  public let name = "crypto"

  /// A runner.
  public init() {}

  /// How each file's cases are checked, by the file's name. Cases of `messages.jsonl` need the keys beside it.
  static let checks: [(file: String, check: @Sendable (JSONValue) throws -> Void)] = [
    ("bls-aggregates.jsonl", checkAggregate),
    ("bls12-381-arithmetic.jsonl", checkCurveArithmetic),
    ("eth-transactions.jsonl", checkEthereumTransaction),
    ("hash-to-curve.jsonl", checkHashToCurve),
    ("hashes.jsonl", checkHashes),
    ("keys.jsonl", checkKey),
    ("multi-scalar.jsonl", checkMultiScalar),
    ("negative-signatures.jsonl", checkSignatureVerdict),
    ("points.jsonl", checkPoint),
    ("randomness.jsonl", checkRandomness),
    ("secp256k1-recover.jsonl", checkRecovery),
    ("tickets.jsonl", checkTicket),
    ("win-counts.jsonl", checkWinCount),
  ]

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for (file, check) in CryptoVectors.checks {
      try run.checkLines(of: file, in: folder, check)
    }
    let keys = try walletKeys(in: folder)
    try run.checkLines(of: "messages.jsonl", in: folder) { try checkSignedMessage($0, keys: keys) }
  }
}
