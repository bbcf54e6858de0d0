public import FilActors
internal import FilCore

extension Policy {
  /// The parameters of actors of small private networks.
  public static let devnet: Policy = {
    var policy = Policy()
    policy.allowSectors(of: [.kib2, .mib8])
    policy.preCommitChallengeDelay = 10
    policy.minimumConsensusPower = 2_048
    policy.minimumVerifiedAllocationSize = 256
    return policy
  }()

  /// The parameters of actors of the network for tests: a proving period of 240 epochs, short waits, and room for
  /// proofs without SNARK.
  ///
  /// Daily fees are charged once a proving period, so they come twelve times a day here.
  public static let local: Policy = {
    var policy = Policy.devnet
    policy.allowSectors(of: [.kib2, .mib8, .mib512])
    policy.windowPoStChallengeWindow = 5
    policy.windowPoStProvingPeriod = 240
    policy.windowPoStChallengeLookback = 2
    policy.faultDeclarationCutoff = 6
    policy.windowPoStDisputeWindow = 150
    policy.faultMaxAge = 42 * 240
    policy.preCommitChallengeDelay = 2
    policy.maxPreCommitDuration = 122
    policy.minSectorExpiration = 480
    policy.dealDurationBounds = 240...policy.dealDurationBounds.upperBound
    policy.dealUpdatesInterval = 240
    policy.minimumVerifiedAllocationTerm = 240
    policy.maxSealProofBytes = 128 << 10
    policy.maxWindowPoStBytesPerPartition = 64 << 10
    policy.maxReplicaUpdateProofBytes = 128 << 10
    return policy
  }()

  /// Lets miners have sectors of these sizes and no others.
  private mutating func allowSectors(of sizes: [SectorSize]) {
    validPoStProofTypes = Set(sizes.map { RegisteredPoStProof(.windowV1_1, $0) })
    validPreCommitProofTypes = Set(
      sizes.flatMap { [RegisteredSealProof(.v1_1, $0), RegisteredSealProof(.synthetic, $0)] })
    validProveCommitNIProofTypes = Set(sizes.map { RegisteredSealProof(.nonInteractive, $0) })
  }
}
