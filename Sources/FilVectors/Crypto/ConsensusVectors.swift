internal import FilCore
internal import FilCrypto

/// Beacons, and the tables from which wins are counted: folder `consensus`.
public struct ConsensusVectors: VectorKind {
  /// The name of the folder.
  public let name = "consensus"

  /// A runner.
  public init() {}

  /// Files about the chain's rules, which are checked where those are.
  static let chainFiles = ["actor-codes.jsonl", "base-fee.jsonl", "block-reward.jsonl", "weight.jsonl"]
  static let chainDocuments = ["actor-codes-v18.json", "network-parameters.json"]

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try checkChains(folder, &run)
    try run.checkLines(of: "drand-rounds.jsonl", in: folder, checkDrandRound)
    try run.checkLines(of: "drand-round-for-epoch.jsonl", in: folder, checkRoundForEpoch)
    try checkGolden(folder, &run)
    for file in ConsensusVectors.chainFiles {
      run.skip("the chain's rules are not part of this library yet", count: try folder.rawLines(file)?.count ?? 0)
    }
    for file in ConsensusVectors.chainDocuments {
      guard let document = try folder.document(file) else { continue }
      run.skip("the chain's rules are not part of this library yet", count: document.array?.count ?? 1)
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
