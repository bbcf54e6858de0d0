internal import FilCore
internal import FilProofs

/// Vanilla proofs of replication, made from sectors that are sealed here as the seal cases say.
enum PoRepVectors {
  static let files: [ProofsFile] = [
    file("porep_vanilla_2k.jsonl", seals: "seal_2k.jsonl"),
    file("porep_vanilla_4k_16k_32k.jsonl", seals: "seal_4k_16k_32k.jsonl"),
    file("porep_vanilla_8m.jsonl", seals: "seal_8m.jsonl"),
    large("porep_vanilla_512m.jsonl", seals: "seal_512m.jsonl"),
  ]

  private static func file(_ name: String, seals: String) -> ProofsFile {
    ProofsFile(name: name) { folder, run in
      let lines = try SealLines(folder, files: [seals])
      try run.checkLines(of: name, in: folder) { try check($0, lines) }
    }
  }

  private static func large(_ name: String, seals: String) -> ProofsFile {
    #if DEBUG
      return .skipped(name, "512 MiB sectors run in release builds only")
    #else
      return file(name, seals: seals)
    #endif
  }

  private static func check(_ line: JSONValue, _ seals: SealLines) throws {
    let commR = try line.requireBytes32("comm_r")
    let statement = SealStatement(
      try RecordedSector.parameters(line),
      SealIdentity(
        prover: try line.requireBytes32("prover_id"), sector: try line.requireInteger("sector_id"),
        ticket: try line.requireBytes32("ticket")),
      commD: try line.requireBytes32("comm_d"), commR: commR, seed: try line.requireBytes32("seed"))
    try expect(statement.replicaID, equals: try line.requireBytes32("replica_id"), "replica id")
    let recorded = try RecordedPoRepProof.partitions(line)
    try verify(recorded, statement, line)
    // The same proof comes out of the sector, where its seal case is at hand.
    guard let seal = seals[commR] else { return }
    let sector = try RecordedSector(seal)
    let proof = try statement.prove(in: sector.storage)
    try expect(statement.verify(proof), equals: true, "verification")
    try expect(proof.count < (try line.requireInteger("bincode_len")), equals: true, "smaller than the reference")
    try expanded(statement, proof, recorded, line)
    try syntheticProofs(sector, statement, line)
  }

  /// The recorded challenges are those drawn, their proofs verify here in our encoding, and the first has the recorded
  /// serialisation.
  private static func verify(
    _ recorded: [[ExpandedPoRepProof.Challenge]], _ statement: SealStatement, _ line: JSONValue
  ) throws {
    let drawn = Array(statement.challenges.prefix(recorded.count))
    try expect(drawn, equals: recorded.map { $0.map(\.node) }, "challenges")
    let expanded = ExpandedPoRepProof(partitions: recorded, shape: statement.parameters.treeShape)
    guard let first = recorded.first?.first, let compact = statement.challenging(drawn).encode(expanded) else {
      throw VectorError("the recorded paths make no tree")
    }
    let listed = statement.challenging(drawn)
    try expect(listed.verify(compact), equals: true, "verification of the recorded proof")
    try compare(listed.expanded(compact), recorded)
    let bytes = expanded.bincode(first)
    try expect(bytes.count, equals: try line.requireInteger("bincode_len_first_challenge"), "length of one challenge")
    try expect(SHA256.hash(bytes), equals: try line.requireBytes32("bincode_sha256_first_challenge"), "one challenge")
  }

  private static func expanded(
    _ statement: SealStatement, _ proof: [UInt8], _ recorded: [[ExpandedPoRepProof.Challenge]], _ line: JSONValue
  ) throws {
    let expanded = statement.expanded(proof)
    try compare(expanded, recorded)
    let all = expanded?.bincode ?? []
    try expect(all.count, equals: try line.requireInteger("bincode_len"), "length of all partitions")
    try expect(SHA256.hash(all), equals: try line.requireBytes32("bincode_sha256"), "all partitions")
  }

  private static func compare(
    _ expanded: ExpandedPoRepProof?, _ recorded: [[ExpandedPoRepProof.Challenge]]
  ) throws {
    guard let expanded else { throw VectorError("the proof cannot be spelled out") }
    for (partition, recorded) in zip(expanded.partitions, recorded) {
      for (challenge, recorded) in zip(partition, recorded) { try RecordedPoRepProof.compare(challenge, recorded) }
    }
  }

  /// The file of all proofs that synthetic challenges may ask for; recorded for small sectors.
  private static func syntheticProofs(
    _ sector: RecordedSector, _ statement: SealStatement, _ line: JSONValue
  ) throws {
    guard let recorded = line["synthetic_proofs_file"] else { return }
    let file = try SyntheticProofsFile(sector, statement).bytes
    try expect(file.count, equals: try recorded.requireInteger("size"), "size of the synthetic proofs")
    try expect(SHA256.hash(file), equals: try recorded.requireBytes32("sha256"), "synthetic proofs")
  }
}
