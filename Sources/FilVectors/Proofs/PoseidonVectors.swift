internal import FilCore
internal import FilCrypto
internal import FilProofs

/// Poseidon: digests, and the constants behind them.
enum PoseidonVectors {
  static let files: [ProofsFile] = [
    .lines("poseidon.jsonl", digest),
    .document("poseidon_constants.json", entries: { $0.array ?? [] }, constants),
  ]

  private static func hash(named name: String) throws -> Poseidon {
    if name == "arity2_update_randomness" { return .updateRandomness }
    guard let arity = Int(name.dropFirst("arity".count)).flatMap(PoseidonArity.init) else {
      throw VectorError("unknown parameters '\(name)'")
    }
    return .merkle(arity)
  }

  private static func digest(_ line: JSONValue) throws {
    let preimage = try line.requireArray("preimage").map { try $0.element() }
    let name = try line.requireString("params")
    let digest = name == "hash_md" ? Poseidon.hashList(preimage) : try hash(named: name).hash(preimage)
    try expect(digest.littleEndian, equals: try line.requireBytes32("digest"), "digest")
  }

  private static func constants(_ entry: JSONValue) throws {
    let hash = try hash(named: try entry.requireString("params"))
    let constants = hash.constants
    try expect(constants.arity.width, equals: try entry.requireInteger("width"), "width")
    try expect(constants.arity.fullRounds, equals: try entry.requireInteger("full_rounds"), "full rounds")
    try expect(constants.arity.partialRounds, equals: try entry.requireInteger("partial_rounds"), "partial rounds")
    try expect(hash.domainTag.littleEndian, equals: try entry.requireBytes32("domain_tag"), "tag")
    try expectDigest(of: constants.roundConstants, entry, "round_constants")
    try expectDigest(of: constants.matrix, entry, "mds")
    try expectDigest(of: constants.roundConstants + constants.matrix, entry, "round_constants_then_mds_sha256")
    try expectDigest(of: constants.compressedRoundConstants, entry, "compressed_round_constants")
    try expectDigest(of: constants.preSparseMatrix, entry, "pre_sparse_matrix")
    try expectDigest(of: constants.sparseMatrices.flatMap { $0 }, entry, "sparse_matrices")
    let example = try entry.require("example")
    let preimage = try example.requireArray("preimage").map { try $0.element() }
    try expect(hash.hash(preimage).littleEndian, equals: try example.requireBytes32("digest"), "digest of the example")
  }

  private static func expectDigest(of elements: [Fr], _ entry: JSONValue, _ name: String) throws {
    let recorded = try entry.require(name)
    try expect(elements.count, equals: try recorded.requireInteger("count"), "count of \(name)")
    let bytes = elements.flatMap(\.littleEndian.bytes)
    try expect(SHA256.hash(bytes), equals: try recorded.requireBytes32("sha256"), name)
  }
}
