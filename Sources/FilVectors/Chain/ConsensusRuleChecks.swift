internal import FilActors
internal import FilChain
internal import FilCore
internal import FilVM

/// A step of the base fee, by either rule.
func checkBaseFee(_ line: JSONValue) throws {
  let fees = BaseFeeRules()
  let (baseFee, next) = (try line.amount("baseFee"), try line.amount("next"))
  switch try line.requireString("rule") {
  case "utilization":
    let epoch: ChainEpoch = try line.requireInteger("epoch")
    let (schedule, blocks) = (UpgradeSchedule.mainnet, try line.requireInteger("blocks", Int.self))
    let computed = fees.next(
      baseFee: baseFee, gasLimitSum: try line.requireInteger("gasLimitSum"), blocks: blocks,
      beforeSmoke: epoch <= schedule[.smoke])
    try expect(computed.atto, equals: next.atto, "next base fee")
  case "premiums":
    try expect(fees.premiumGasIndex, equals: try line.requireInteger("index"), "index")
    let offers = try line.requireArray("messages").map { message in
      let offer = GasOffer(
        limit: try message.requireInteger("gasLimit"), feeCap: try message.amount("gasFeeCap"),
        premium: try message.amount("gasPremium"))
      try expect(
        offer.effectivePremium(baseFee: baseFee), equals: try message.amount("effectivePremium"), "effective premium")
      return offer
    }
    let premium = fees.percentilePremium(of: offers, baseFee: baseFee)
    try expect(premium.atto, equals: try line.bigInt("percentilePremium"), "premium")
    try expect(fees.next(baseFee: baseFee, percentilePremium: premium).atto, equals: next.atto, "next base fee")
  case let rule: throw VectorError("unknown rule \(rule)")
  }
}

/// The weight of a tipset.
func checkWeight(_ line: JSONValue) throws {
  let winCounts = try line.requireArray("winCounts").map { wins in
    guard let wins = wins.integer(Int64.self) else { throw VectorError("no win count") }
    return wins
  }
  let weight = ChainWeight.next(
    parentWeight: try line.bigInt("parentWeight"), totalPower: try line.bigInt("totalQualityAdjustedPower"),
    winCounts: winCounts)
  try expect(weight, equals: try line.bigInt("weight"), "weight")
}

/// The reward of a block.
func checkBlockReward(_ line: JSONValue) throws {
  let reward = BlockReward.amount(
    epochReward: try line.amount("thisEpochReward"), winCount: try line.requireInteger("winCount"),
    expectedLeaders: try line.requireInteger("expectedLeadersPerEpoch"))
  try expect(reward, equals: try line.amount("blockReward"), "reward")
}

/// Whether an entry has the actors of today: bundles before network version 18 have fewer.
func hasAllActors(_ entry: JSONValue) -> Bool {
  guard case .object(let actors)? = entry["actors"] else { return false }
  return Set(actors.keys) == Set(ActorType.allCases.map(\.name))
}

/// A bundle's actors: their manifest has its CID, and the tables in code are those of their networks.
func checkActorCodes(_ entry: JSONValue) throws {
  let recorded = try entry.require("actors")
  let codes = try ActorCodes(
    ActorCodes.mainnetV18.entries.map { ActorCodes.Entry($0.type, try recorded.requireCID($0.type.name)) })
  var manifest = CBOREncoder()
  manifest.tuple(UInt64(1), CID(dagCBOR: codes.manifest))
  try expect(CID(dagCBOR: manifest.bytes), equals: try entry.requireCID("manifest"), "manifest")
  guard try entry.requireInteger("actorsVersion") == 18 else { return }
  switch try entry.requireString("network") {
  case "mainnet": try expect(ActorCodes.mainnetV18, equals: codes, "codes of mainnet")
  case "devnet": try expect(ActorCodes.devnetV18, equals: codes, "codes of devnet")
  default: break
  }
}
