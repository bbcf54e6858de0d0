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
    try challenges(statement, line)
    guard let seal = seals[commR] else { throw VectorError("no seal case makes the replica \(commR)") }
    let sector = try RecordedSector(seal)
    let proof = try statement.prove(in: sector.storage)
    try expect(statement.verify(proof), equals: true, "verification")
    try expect(proof.count < (try line.requireInteger("bincode_len")), equals: true, "smaller than the reference")
    try expanded(statement, proof, line)
    try syntheticProofs(sector, statement, line)
  }

  private static func challenges(_ statement: SealStatement, _ line: JSONValue) throws {
    for (partition, recorded) in try line.requireArray("partition_proofs").enumerated() {
      let challenges = try (recorded.array ?? []).map { try $0.requireInteger("challenge", UInt64.self) }
      try expect(statement.challenges[partition], equals: challenges, "challenges of partition \(partition)")
    }
  }

  private static func expanded(_ statement: SealStatement, _ proof: [UInt8], _ line: JSONValue) throws {
    guard let expanded = statement.expanded(proof), let first = expanded.partitions.first?.first else {
      throw VectorError("the proof cannot be spelled out")
    }
    for (proofs, recorded) in zip(expanded.partitions, try line.requireArray("partition_proofs")) {
      for (proof, value) in zip(proofs, recorded.array ?? []) { try RecordedPoRepProof.compare(proof, value) }
    }
    let one = expanded.bincode(first)
    try expect(one.count, equals: try line.requireInteger("bincode_len_first_challenge"), "length of one challenge")
    try expect(SHA256.hash(one), equals: try line.requireBytes32("bincode_sha256_first_challenge"), "one challenge")
    let all = expanded.bincode
    try expect(all.count, equals: try line.requireInteger("bincode_len"), "length of all partitions")
    try expect(SHA256.hash(all), equals: try line.requireBytes32("bincode_sha256"), "all partitions")
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
