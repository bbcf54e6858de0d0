internal import FilCore
internal import FilProofs

/// Vanilla proofs of spacetime, made from sectors that are sealed here where their seal cases are at hand.
enum PoStVectors {
  static let files: [ProofsFile] = [
    ProofsFile(name: "post_vanilla.jsonl") { folder, run in
      let lines = try SealLines(folder, files: ["seal_2k.jsonl", "seal_4k_16k_32k.jsonl"])
      try run.checkLines(of: "post_vanilla.jsonl", in: folder) { try check($0, lines) }
    }
  ]

  private static func check(_ line: JSONValue, _ seals: SealLines) throws {
    let recorded = try line.requireArray("sectors").map(sector)
    let statement = try statement(line, recorded)
    for (sector, challenges) in zip(try line.requireArray("sectors"), statement.challenges) {
      try expect(challenges, equals: try sector.requireIntegers("challenges"), "challenges")
    }
    // The recorded proofs verify here, in our encoding, and have the recorded serialisation.
    guard let compact = statement.encode(recorded) else { throw VectorError("the recorded paths make no tree") }
    try expect(statement.verify(compact), equals: true, "verification of the recorded proof")
    try serialisation(ExpandedPoStProof(sectors: recorded, shape: statement.treeShape), line)
    // The same proof comes out of the sealed sectors.
    let storages = try recorded.compactMap { try seals[$0.commR].map { try RecordedSector($0).storage } }
    guard storages.count == recorded.count else { return }
    try expect(try statement.prove(storages), equals: compact, "proof")
  }

  private static func serialisation(_ proof: ExpandedPoStProof, _ line: JSONValue) throws {
    let bytes = proof.bincode
    try expect(bytes.count, equals: try line.requireInteger("vanilla_bincode_len"), "length")
    try expect(SHA256.hash(bytes), equals: try line.requireBytes32("vanilla_bincode_sha256"), "serialisation")
  }

  private static func statement(
    _ line: JSONValue, _ sectors: [ExpandedPoStProof.Sector]
  ) throws -> PoStStatement {
    let rule: PoStParameters.IndexRule = try line.requireString("api_version") == "1.2.0" ? .sector : .position
    let parameters = try PoStParameters(
      sectorSize: try line.requireInteger("sector_size"), challengeCount: try line.requireInteger("challenge_count"),
      sectorsPerPartition: try line.requireInteger("sector_count_per_partition"), indexRule: rule)
    return PoStStatement(
      parameters, isWinning: try line.requireString("type") == "Winning",
      randomness: try line.requireBytes32("randomness"), sectors: sectors.map { ($0.number, $0.commR) })
  }

  private static func sector(_ value: JSONValue) throws -> ExpandedPoStProof.Sector {
    ExpandedPoStProof.Sector(
      number: try value.requireInteger("sector_id"), commR: try value.requireBytes32("comm_r"),
      commC: try value.requireBytes32("comm_c"), commRLast: try value.requireBytes32("comm_r_last"),
      inclusions: try value.requireArray("inclusion_proofs").map(RecordedPoRepProof.merkleProof))
  }
}
