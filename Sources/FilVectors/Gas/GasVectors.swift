internal import FilCore
internal import FilVM

/// Prices of the virtual machine, the charges that they make, and where the money for gas goes.
public struct GasVectors: VectorKind {
  /// The folder's name.
  public let name = "gas"

  /// The kind.
  public init() {}

  /// Runs the files of the folder.
  ///
  /// - Throws: An error if a file cannot be read at all.
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for list in try folder.document("price-list.json")?.requireArray("priceLists") ?? [] {
      run.check("price-list.json:\(list["name"]?.string ?? "")") { try checkList(list) }
    }
    try run.checkLines(of: "charges.jsonl", in: folder, checkCharge)
    try run.checkLines(of: "gas-outputs.jsonl", in: folder, checkOutputs)
  }

  /// All prices are checked by the charges that they make; here, when they are in force and what is free.
  private func checkList(_ list: JSONValue) throws {
    let preloaded = try list.require("prices").requireArray("preloadedActors").compactMap { $0.integer(ActorID.self) }
    for version in try list.requireArray("networkVersions") {
      guard let prices = version.integer().flatMap(PriceList.at(networkVersion:)) else {
        throw VectorError("no prices for network version \(version)")
      }
      try expect(prices.preloadedActors, equals: Set(preloaded), "preloaded actors")
      try expect(
        prices.onVerifySeal().total.milligas, equals: try list.require("prices").requireInteger("verifySeal"), "seal")
    }
  }

  private func checkCharge(_ vector: JSONValue) throws {
    let version: UInt32 = try vector.requireInteger("networkVersion")
    guard let prices = PriceList.at(networkVersion: version) else {
      throw VectorError("no prices for network version \(version)")
    }
    let operation = try vector.requireString("op")
    guard let charge = try prices.charge(operation, try vector.require("args")) else {
      throw VectorError("unknown operation \(operation)")
    }
    try expect(charge.name, equals: try vector.requireString("chargeName"), "name")
    try expect(charge.compute.milligas, equals: try vector.requireInteger("computeMilligas"), "compute")
    try expect(charge.other.milligas, equals: try vector.requireInteger("otherMilligas"), "other")
  }

  private func checkOutputs(_ vector: JSONValue) throws {
    let outputs = GasOutputs(
      used: try vector.requireInteger("gasUsed"), limit: try vector.requireInteger("gasLimit"),
      baseFee: try vector.amount("baseFee"), feeCap: try vector.amount("gasFeeCap"),
      premium: try vector.amount("gasPremium"))
    try expect(outputs.baseFeeBurn, equals: try vector.amount("baseFeeBurn"), "base fee burn")
    try expect(outputs.overEstimationBurn, equals: try vector.amount("overEstimationBurn"), "over-estimation burn")
    try expect(outputs.minerPenalty, equals: try vector.amount("minerPenalty"), "penalty")
    try expect(outputs.minerTip, equals: try vector.amount("minerTip"), "tip")
    try expect(outputs.refund, equals: try vector.amount("refund"), "refund")
    try expect(outputs.gasRefund, equals: try vector.requireInteger("gasRefund"), "gas refund")
    try expect(outputs.gasBurned, equals: try vector.requireInteger("gasBurned"), "gas burned")
  }
}
