internal import FilCore

/// Limits of sectors that follow from their seal type.
enum MinerPolicy {
  /// How long a pre-commitment may wait for its proof; `nil` for a type that is not pre-committed.
  static func maxProveCommitDuration(_ policy: Policy, _ type: RegisteredSealProof) -> ChainEpoch? {
    if let duration = policy.maxPreCommitDuration, type.version != .nonInteractive { return duration }
    switch type.version {
    case .v1: return EpochDuration.day + policy.preCommitChallengeDelay
    case .v1_1, .synthetic: return 30 * EpochDuration.day + policy.preCommitChallengeDelay
    case .nonInteractive, nil: return nil
    }
  }

  /// The longest life of a sector; `nil` for a type that does not exist.
  static func maxLifetime(_ type: RegisteredSealProof) -> ChainEpoch? {
    switch type.version {
    case .v1: 540 * EpochDuration.day
    case .v1_1, .synthetic, .nonInteractive: 5 * EpochDuration.year
    case nil: nil
    }
  }

  /// The most deals of a sector.
  static func maxDeals(_ policy: Policy, _ size: SectorSize) -> UInt64 {
    max(256, size.rawValue / policy.dealLimitDenominator)
  }

  /// The commitment to a sector of zeros.
  static func zeroUnsealedCID(_ type: RegisteredSealProof) throws(ActorError) -> CID {
    let size = try type.sectorSize.orAbort(.illegalArgument, "unknown SealProof")
    return CID(unsealedCommitment: ZeroCommitments.sector(size))
  }

  /// The commitment to a sector's data, with that to zeros written out.
  static func unsealedCID(of sector: SectorPreCommitInfo) throws(ActorError) -> CID {
    if let declared = sector.unsealedCID { return declared }
    return try zeroUnsealedCID(sector.sealProof)
  }

  /// Requires that a sector's life is long enough and not too long.
  static func checkExpiration(
    _ policy: Policy, now: ChainEpoch, activation: ChainEpoch, expiration: ChainEpoch, _ type: RegisteredSealProof
  ) throws(ActorError) {
    try require(
      expiration > activation, .illegalArgument,
      "sector expiration \(expiration) must be after activation \(activation)")
    let lifetime = expiration - activation
    try require(
      lifetime >= policy.minSectorExpiration, .illegalArgument,
      "invalid expiration \(expiration), total sector lifetime (\(lifetime)) must exceed \(policy.minSectorExpiration)")
    try require(
      expiration <= now + policy.maxSectorExpirationExtension, .illegalArgument,
      "invalid expiration \(expiration), cannot be more than \(policy.maxSectorExpirationExtension) past \(now)")
    let longest = try maxLifetime(type).orAbort(.illegalArgument, "unrecognized seal proof type \(type)")
    try require(
      lifetime <= longest, .illegalArgument,
      "invalid expiration \(expiration), total sector lifetime (\(lifetime)) cannot exceed \(longest)")
  }
}
