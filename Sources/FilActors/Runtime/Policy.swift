public import FilCore

/// The parameters that actors read: a part of the network's, the same for all actors of a network.
///
/// The defaults are mainnet's (the reference's `Policy`); fields that the reference has as constants say so. Durations
/// are in epochs.
public struct Policy: Hashable, Sendable {
  // Storage miners.

  /// The most sectors of one aggregate.
  public var maxAggregatedSectors: UInt64 = 819
  /// The fewest sectors of one aggregate.
  public var minAggregatedSectors: UInt64 = 4
  /// The longest aggregate in bytes.
  public var maxAggregatedProofSize = 81_960
  /// How long a pre-commitment stays in the state after it has expired.
  public var expiredPreCommitCleanUpDelay: ChainEpoch = 960
  /// The period in which all of a miner's sectors are proven once: deadlines times window.
  public var windowPoStProvingPeriod: ChainEpoch = 2_880
  /// How long a deadline is open.
  public var windowPoStChallengeWindow: ChainEpoch = 60
  /// The number of deadlines in a proving period.
  public var windowPoStPeriodDeadlines: UInt64 = 48
  /// How long after a deadline's end its proofs may be disputed.
  public var windowPoStDisputeWindow: ChainEpoch = 1_800
  /// The most sectors of a miner.
  public var sectorsMax: UInt64 = 33_554_432
  /// The most partitions of a deadline.
  public var maxPartitionsPerDeadline: UInt64 = 3_000
  /// The most control addresses of a miner.
  public var maxControlAddresses = 10
  /// The longest peer id in bytes.
  public var maxPeerIDLength = 128
  /// The most bytes of all a miner's multiaddresses.
  public var maxMultiaddrData = 1_024
  /// The most partitions that one message names.
  public var addressedPartitionsMax: UInt64 = 3_000
  /// The most sectors that one message names.
  public var addressedSectorsMax: UInt64 = 25_000
  /// The most partitions that one message proves.
  public var postedPartitionsMax: UInt64 = 3
  /// How far back the ticket of a replica may be when it is pre-committed.
  public var maxPreCommitRandomnessLookback: ChainEpoch = 3_780
  /// How long after the pre-commitment the challenges of the proof are drawn.
  public var preCommitChallengeDelay: ChainEpoch = 150
  /// The most sectors of one non-interactive aggregate.
  public var maxAggregatedSectorsNI: UInt64 = 65
  /// The fewest sectors of one non-interactive aggregate.
  public var minAggregatedSectorsNI: UInt64 = 1
  /// How far back the ticket of a non-interactively proven replica may be.
  public var maxProveCommitNIRandomnessLookback: ChainEpoch = 518_400
  /// How long before a deadline opens its challenges are drawn.
  public var windowPoStChallengeLookback: ChainEpoch = 20
  /// How long before a deadline opens its faults must be declared.
  public var faultDeclarationCutoff: ChainEpoch = 70
  /// How long a sector may be faulty before it is terminated.
  public var faultMaxAge: ChainEpoch = 120_960
  /// How long a new worker key waits.
  public var workerKeyChangeDelay: ChainEpoch = 900
  /// The shortest life of a sector from now on.
  public var minSectorExpiration: ChainEpoch = 518_400
  /// The longest life of a sector from now on.
  public var maxSectorExpirationExtension: ChainEpoch = 3_680_640
  /// The sector size per deal that a sector may have.
  public var dealLimitDenominator: UInt64 = 134_217_728
  /// How long a miner is barred after a consensus fault.
  public var consensusFaultIneligibilityDuration: ChainEpoch = 900
  /// The most sectors that a miner may stage in a proving period.
  public var newSectorsPerPeriodMax = 131_072
  /// The PoSt types of new miners.
  public var validPoStProofTypes: Set<RegisteredPoStProof> = [
    RegisteredPoStProof(.windowV1_1, .gib32), RegisteredPoStProof(.windowV1_1, .gib64),
  ]
  /// The seal types of new sectors.
  public var validPreCommitProofTypes: Set<RegisteredSealProof> = [
    RegisteredSealProof(.v1_1, .gib32), RegisteredSealProof(.v1_1, .gib64),
    RegisteredSealProof(.synthetic, .gib32), RegisteredSealProof(.synthetic, .gib64),
  ]
  /// The seal types of new non-interactively proven sectors.
  public var validProveCommitNIProofTypes: Set<RegisteredSealProof> = [
    RegisteredSealProof(.nonInteractive, .gib32), RegisteredSealProof(.nonInteractive, .gib64),
  ]
  /// The daily fee's numerator: attoFIL of circulating supply per byte of quality-adjusted power.
  public var dailyFeeMultiplierNumerator: BigInt = 161_817
  /// The daily fee's denominator.
  public var dailyFeeMultiplierDenominator: BigInt = 1_000_000_000_000_000_000_000_000_000_000
  /// The daily fee is at most the expected daily reward divided by this.
  public var dailyFeeBlockRewardCapDenominator: Int64 = 2
  /// How long a pre-commitment may wait for its proof; `nil` for the reference's constant, 30 days and the delay.
  public var maxPreCommitDuration: ChainEpoch?
  /// The longest seal proof in bytes; `nil` for what the proof type has on mainnet.
  public var maxSealProofBytes: Int?
  /// The longest window PoSt in bytes for each partition; `nil` for the reference's constant, 192.
  public var maxWindowPoStBytesPerPartition: Int?
  /// The longest proof of a replica update in bytes (a constant of the reference).
  public var maxReplicaUpdateProofBytes = 4_096

  // Verified data.

  /// The smallest allocation in bytes.
  public var minimumVerifiedAllocationSize: BigInt = 1_048_576
  /// The shortest term of an allocation.
  public var minimumVerifiedAllocationTerm: ChainEpoch = 518_400
  /// The longest term of an allocation.
  public var maximumVerifiedAllocationTerm: ChainEpoch = 5_259_485
  /// How long an allocation may wait to be claimed.
  public var maximumVerifiedAllocationExpiration: ChainEpoch = 172_800
  /// The end of a sector's life in which claims may be dropped.
  public var endOfLifeClaimDropPeriod: ChainEpoch = 86_400

  // The market for storage.

  /// How long between the updates of a deal.
  public var dealUpdatesInterval: ChainEpoch = 86_400
  /// The numerator of the share of the supply that providers' collateral must cover.
  public var providerCollateralSupplyNumerator: Int64 = 1
  /// The denominator of that share.
  public var providerCollateralSupplyDenominator: Int64 = 100
  /// How much longer than its deal an allocation's longest term is.
  public var marketDefaultAllocationTermBuffer: ChainEpoch = 259_200
  /// The shortest and the longest deal (constants of the reference).
  public var dealDurationBounds: ClosedRange<ChainEpoch> = 518_400...3_680_640

  // Power.

  /// The power in bytes from which on a miner counts for consensus.
  public var minimumConsensusPower: BigInt = 10_995_116_277_760

  /// Mainnet's parameters.
  public init() {}

  /// The power in bytes for which a new miner deposits pledge: a tenth of the minimum.
  public var createMinerDepositPower: BigInt { minimumConsensusPower / 10 }
}
