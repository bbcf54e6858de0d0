internal import FilCore

/// The map of miners' power.
typealias PowerClaims<Store: Blockstore> = StateMap<Address, PowerClaim, Store>

extension PowerState {
  /// Requires that a proof type is one that sectors have today; all of them have one minimum.
  private static func checkProofType(_ type: RegisteredPoStProof) throws(ActorError) {
    let isKnown = type.purpose == .winning || type.purpose == .windowV1_1
    try require(isKnown, .illegalState, "unsupported proof type: \(type)")
  }

  /// Counts a new miner.
  mutating func addMiner(_ type: RegisteredPoStProof, _ policy: Policy) throws(ActorError) {
    try PowerState.checkProofType(type)
    minerCount += 1
    if policy.minimumConsensusPower.signum <= 0 { minerAboveMinPowerCount += 1 }
  }

  /// Changes a miner's power, and the sums with it.
  mutating func add<Store: Blockstore>(
    _ delta: PowerPair, to miner: Address, in claims: inout PowerClaims<Store>, _ policy: Policy
  ) throws(ActorError) {
    let old = try claims.require(miner, .notFound, "no claim for actor \(miner)")
    try PowerState.checkProofType(old.windowPoStProofType)
    totalQABytesCommitted += delta.qa
    totalBytesCommitted += delta.raw
    let new = PowerClaim(
      windowPoStProofType: old.windowPoStProofType, rawBytePower: old.rawBytePower + delta.raw,
      qualityAdjustedPower: old.qualityAdjustedPower + delta.qa)
    try updateTotals(from: old, to: new, policy.minimumConsensusPower)
    try require(
      !new.rawBytePower.isNegative && !new.qualityAdjustedPower.isNegative, .illegalState, "negative claimed power")
    try require(minerAboveMinPowerCount >= 0, .illegalState, "negative amount of miners above the minimum")
    try claims.set(miner, to: new)
  }

  /// Miners count in the totals while they have the minimum power.
  private mutating func updateTotals(
    from old: PowerClaim, to new: PowerClaim, _ minimum: BigInt
  ) throws(ActorError) {
    let (before, after) = (old.rawBytePower >= minimum, new.rawBytePower >= minimum)
    if before {
      totalRawBytePower -= old.rawBytePower
      totalQualityAdjustedPower -= old.qualityAdjustedPower
    }
    if after {
      totalRawBytePower += new.rawBytePower
      totalQualityAdjustedPower += new.qualityAdjustedPower
    }
    minerAboveMinPowerCount += (after ? 1 : 0) - (before ? 1 : 0)
  }

  /// Removes a miner and its power; whether it was there.
  mutating func delete<Store: Blockstore>(
    _ miner: Address, from claims: inout PowerClaims<Store>, _ policy: Policy
  ) throws(ActorError) {
    guard let claim = try claims.get(miner) else { return }
    let power = PowerPair(raw: claim.rawBytePower, qa: claim.qualityAdjustedPower)
    try add(.zero - power, to: miner, in: &claims, policy)
    try claims.remove(miner)
  }
}
