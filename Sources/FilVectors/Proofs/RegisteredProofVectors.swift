internal import FilCore
internal import FilProofs

/// The tables of registered proofs. What belongs to circuits and their parameter files is not compared here.
enum RegisteredProofVectors {
  static let files: [ProofsFile] = [
    ProofsFile(name: name) { folder, run in
      guard let document = try folder.document(name) else { return }
      for (index, entry) in try document.requireArray("seal").enumerated() {
        run.check("\(name):seal \(index)") { try seal(entry) }
      }
      for (index, entry) in try document.requireArray("post").enumerated() {
        run.check("\(name):post \(index)") { try post(entry) }
      }
      run.skip("update proofs are not built yet", count: try document.requireArray("update").count)
    }
  ]

  private static let name = "registered_proofs.json"

  private static func seal(_ entry: JSONValue) throws {
    let type = try ProofNames.sealProof(try entry.requireString("name"))
    let parameters = try PoRepParameters(type)
    try expect(type.rawValue, equals: try entry.requireInteger("registered_seal_proof"), "number")
    try expect(parameters.porepID, equals: try entry.requireBytes32("porep_id"), "identifier")
    let version = try GraphVectors.version(try entry.requireString("api_version"))
    try expect(parameters.version, equals: version, "version")
    try expect(parameters.challengeMode, equals: try RecordedSector.challengeMode(entry), "features")
    try expect(parameters.sectorSize, equals: try entry.requireInteger("sector_size"), "sector size")
    try expect(parameters.partitionCount, equals: try entry.requireInteger("partitions"), "partitions")
    let challenges = parameters.challengesPerPartition
    try expect(challenges, equals: try entry.requireInteger("challenges_per_partition"), "challenges")
    let minimum: Int = try entry.requireInteger("minimum_challenges")
    try expect(challenges * parameters.partitionCount >= minimum, equals: true, "enough challenges")
    try expect(parameters.layerCount, equals: try entry.requireInteger("layers"), "layers")
    try expect(parameters.graph.drawSeed, equals: try entry.requireBytes("drg_seed"), "seed of the draws")
    try expect(parameters.graph.feistel.keys, equals: try entry.requireIntegers("feistel_keys"), "keys")
  }

  private static func post(_ entry: JSONValue) throws {
    let type = try ProofNames.postProof(try entry.requireString("name"))
    let parameters = try PoStParameters(type)
    try expect(type.rawValue, equals: try entry.requireInteger("registered_post_proof"), "number")
    try expect(type.purpose == .winning, equals: try entry.requireString("type") == "Winning", "purpose")
    try expect(parameters.sectorSize, equals: try entry.requireInteger("sector_size"), "sector size")
    try expect(parameters.challengeCount, equals: try entry.requireInteger("challenge_count"), "challenges")
    try expect(parameters.sectorsPerPartition, equals: try entry.requireInteger("sector_count"), "sectors")
    let rule: PoStParameters.IndexRule = try entry.requireString("api_version") == "1.2.0" ? .sector : .position
    try expect(parameters.indexRule, equals: rule, "rule of the challenges")
  }
}
