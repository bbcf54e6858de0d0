internal import FilCore
internal import FilCrypto

/// Beacons, the tables from which wins are counted, and the rules of the chain: folder `consensus`.
public struct ConsensusVectors: VectorKind {
  /// The name of the folder.
  public let name = "consensus"

  /// A runner.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try checkChains(folder, &run)
    try run.checkLines(of: "drand-rounds.jsonl", in: folder, checkDrandRound)
    try run.checkLines(of: "drand-round-for-epoch.jsonl", in: folder, checkRoundForEpoch)
    try checkGolden(folder, &run)
    try checkRules(folder, &run)
  }

  /// The rules of the chain.
  private func checkRules(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try run.checkLines(of: "base-fee.jsonl", in: folder, checkBaseFee)
    try run.checkLines(of: "weight.jsonl", in: folder, checkWeight)
    try run.checkLines(of: "block-reward.jsonl", in: folder, checkBlockReward)
    try run.checkEntries(of: "actor-codes-v18.json", in: folder, checkActorCodes)
    for (number, entry) in try folder.lines("actor-codes.jsonl").enumerated() {
      guard hasAllActors(entry) else {
        run.skip("bundles of actors before the Ethereum machine are not read")
        continue
      }
      run.check("actor-codes.jsonl:\(number + 1)") { try checkActorCodes(entry) }
    }
    if let document = try folder.document("network-parameters.json") {
      run.check("network-parameters.json") { try checkNetworkParameters(document) }
    }
  }

  /// The document is one case: an object with all networks.
  private func checkChains(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    guard let document = try folder.document("drand-chains.json") else { return }
    run.check("drand-chains.json") {
      guard case .object(let chains) = document else { throw VectorError("no object") }
      for (name, info) in chains { try checkDrandChain(name, info) }
    }
  }
}
