internal import FilCore
internal import FilProofs

/// What proofs are challenged on.
enum ChallengeVectors {
  static let files: [ProofsFile] = [
    .lines("porep_challenges.jsonl", porep),
    .lines("winning_sector_challenge.jsonl", winningSectors),
    .lines("fallback_challenges.jsonl", post),
  ]

  private static func porep(_ line: JSONValue) throws {
    let parameters = try PoRepParameters(try ProofNames.sealProof(try line.requireString("registered_seal_proof")))
    try expect(parameters.nodeCount, equals: try line.requireInteger("sector_nodes"), "nodes")
    try expect(parameters.partitionCount, equals: try line.requireInteger("partitions"), "partitions")
    let replicaID = try line.requireBytes32("replica_id")
    let commR = line["comm_r"] == nil ? .zero : try line.requireBytes32("comm_r")
    let seed = line["seed"] == nil ? .zero : try line.requireBytes32("seed")
    let drawn = PoRepChallenges(parameters)
    let challenges = drawn.draw(replicaID: replicaID, commR: commR, seed: seed)
    try expectAll(challenges, line)
    if line["synthetic_count"] != nil {
      try synthetic(drawn.synthetic(replicaID: replicaID, commR: commR), seed: seed, parameters, line)
    }
  }

  private static func expectAll(_ challenges: [[UInt64]], _ line: JSONValue) throws {
    if let recorded = line["challenges"]?.array {
      let lists = try recorded.map { try ($0.array ?? []).map { try $0.number(UInt64.self) } }
      return try expect(challenges, equals: lists, "challenges")
    }
    let digest = SHA256.hash(challenges.joined().flatMap(littleEndian))
    try expect(digest, equals: try line.requireBytes32("challenges_all_sha256_u64le"), "all challenges")
    let partitions: [Int] = try line.requireIntegers("challenges_partitions_sampled")
    for (partition, recorded) in zip(partitions, try line.requireArray("challenges_sampled")) {
      let list = try (recorded.array ?? []).map { try $0.number(UInt64.self) }
      try expect(challenges[partition], equals: list, "challenges of partition \(partition)")
    }
  }

  private static func synthetic(
    _ set: SyntheticChallenges, seed: Bytes32, _ parameters: PoRepParameters, _ line: JSONValue
  ) throws {
    try expect(set.count, equals: try line.requireInteger("synthetic_count"), "size of the set")
    let all = (0..<set.count).map { set.challenge($0) }
    let first: [UInt64] = try line.requireIntegers("synthetic_first")
    let last: [UInt64] = try line.requireIntegers("synthetic_last")
    try expect(Array(all.prefix(first.count)), equals: first, "start of the set")
    try expect(Array(all.suffix(last.count)), equals: last, "end of the set")
    let digest = SHA256.hash(all.flatMap(littleEndian))
    try expect(digest, equals: try line.requireBytes32("synthetic_sha256_u64le"), "the set")
    for (partition, recorded) in try line.requireArray("selected_indexes").enumerated() {
      let first = partition * parameters.challengesPerPartition
      let selected = (0..<parameters.challengesPerPartition).map {
        set.selectedIndex(seed: seed, UInt32(first + $0))
      }
      try expect(selected, equals: try (recorded.array ?? []).map { try $0.number(Int.self) }, "selected places")
    }
  }

  private static func littleEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  private static func winningSectors(_ line: JSONValue) throws {
    let prover = try line.requireBytes32("prover_id")
    let randomness = try line.requireBytes32("randomness")
    let eligible: UInt64 = try line.requireInteger("sector_set_size")
    let one = PoStChallenges.winningSectors(prover: prover, randomness: randomness, eligible: eligible)
    guard line["error"] == nil else { return try expect(one, equals: nil, "answer to inputs that are refused") }
    try expect(one, equals: try line.requireIntegers("indices"), "sector")
    let three = PoStChallenges.winningSectors(prover: prover, randomness: randomness, eligible: eligible, count: 3)
    try expect(three, equals: try line.requireIntegers("indices_if_three_drawn"), "three sectors")
  }

  private static func post(_ line: JSONValue) throws {
    let parameters = try PoStParameters(try ProofNames.postProof(try line.requireString("registered_post_proof")))
    try expect(parameters.challengeCount, equals: try line.requireInteger("challenge_count"), "challenge count")
    let perPartition: Int = try line.requireInteger("sector_count_per_partition")
    try expect(parameters.sectorsPerPartition, equals: perPartition, "sectors of a partition")
    let randomness = try line.requireBytes32("randomness")
    let challenges = PoStChallenges(parameters)
    let drawn = try line.requireIntegers("sector_ids", UInt64.self).enumerated().map { position, sector in
      challenges.leaves(sector: sector, position: position, randomness: randomness)
    }
    let recorded = try line.requireArray("challenges").map { try ($0.array ?? []).map { try $0.number(UInt64.self) } }
    try expect(drawn, equals: recorded, "challenges")
  }
}
