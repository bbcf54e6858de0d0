internal import FilChain
internal import FilCore
internal import FilCrypto

/// The parameters of the networks that there are in code: mainnet, and Lotus's private network.
func checkNetworkParameters(_ document: JSONValue) throws {
  try check(.mainnet, try document.require("mainnet"))
  try check(.devnet, try document.require("2k"))
}

private func check(_ parameters: NetworkParameters, _ recorded: JSONValue) throws {
  let name = parameters.name
  try expect(
    String(parameters.addressNetwork.rawValue), equals: try recorded.requireString("addressPrefix"), "\(name): prefix")
  let integers: [(String, Int64)] = [
    ("allowableClockDriftSecs", Int64(parameters.allowableClockDrift)),
    ("blockDelaySecs", Int64(parameters.blockDelay)),
    ("propagationDelaySecs", Int64(parameters.propagationDelay)),
    ("blocksPerEpoch", parameters.expectedLeaders),
    ("finality", parameters.finality),
    ("ethChainId", Int64(parameters.ethereumChainID)),
    ("genesisNetworkVersion", Int64(parameters.upgrades.genesisVersion)),
    ("blockMessageLimit", Int64(parameters.maxBlockMessages)),
    ("blockGasLimit", parameters.fees.blockGasLimit),
    ("blockGasTarget", parameters.fees.blockGasTarget),
    ("blockGasTargetIndex", parameters.fees.premiumGasIndex),
    ("baseFeeMaxChangeDenom", parameters.fees.maxChangeDenominator),
    ("breezeGasTampingDuration", parameters.fees.breezeDuration),
  ]
  for (field, value) in integers {
    try expect(value, equals: try recorded.requireInteger(field), "\(name): \(field)")
  }
  try expect(parameters.fees.initial, equals: try recorded.amount("initialBaseFee"), "\(name): initial base fee")
  try expect(parameters.fees.minimum, equals: try recorded.amount("minimumBaseFee"), "\(name): minimum base fee")
  try expect(
    NetworkParameters.totalSupply, equals: .fil(try recorded.requireInteger("filBase")), "\(name): total supply")
  try checkUpgrades(parameters, try recorded.requireArray("upgrades"))
  try checkBeacons(parameters, try recorded.require("drandSchedule"))
}

/// All upgrades but the next one, which has a height to keep it away.
private func checkUpgrades(_ parameters: NetworkParameters, _ upgrades: [JSONValue]) throws {
  let made = try upgrades.filter { try $0.requireString("name") != "UpgradeXxHeight" }
  try expect(parameters.upgrades.heights.count, equals: made.count, "\(parameters.name): upgrades")
  for entry in made {
    let name = String(try entry.requireString("name").dropFirst("Upgrade".count).dropLast("Height".count))
    guard let upgrade = Upgrade(rawValue: name) else { throw VectorError("unknown upgrade \(name)") }
    let height: ChainEpoch = try entry.requireInteger("height")
    try expect(parameters.upgrades[upgrade], equals: height, "\(parameters.name): \(name)")
    try expect(upgrade.networkVersion, equals: try entry.requireInteger("networkVersion"), "\(name): version")
    guard height > 0 else { continue }
    let before = try made.filter { (0..<height).contains(try $0.requireInteger("height")) }
    let version = try before.map { try $0.requireInteger("networkVersion", UInt32.self) }.max()
    try expect(
      parameters.networkVersion(at: height), equals: version ?? parameters.upgrades.genesisVersion,
      "\(parameters.name): version at \(name)")
    try expect(
      parameters.networkVersion(at: height + 1), equals: upgrade.networkVersion, "\(parameters.name): after \(name)")
  }
}

private func checkBeacons(_ parameters: NetworkParameters, _ schedule: JSONValue) throws {
  guard case .object(let entries) = schedule else { throw VectorError("no drand schedule") }
  try expect(parameters.beacons.later.count + 1, equals: entries.count, "\(parameters.name): beacons")
  for (start, name) in entries {
    guard let epoch = ChainEpoch(start), let name = name.string else { throw VectorError("no drand entry") }
    let chain = try drandChain(name)
    try expect(parameters.beacons.chain(at: epoch), equals: chain, "\(parameters.name): beacon at \(epoch)")
    if epoch > 0 {
      try expect(parameters.beacons.chain(at: epoch - 1) == chain, equals: false, "\(parameters.name): before \(epoch)")
    }
  }
}
