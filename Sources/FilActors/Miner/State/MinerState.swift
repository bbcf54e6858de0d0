public import FilCore

/// The state of a miner: its sectors, when they are to be proven, and its money.
public struct MinerState: Hashable, Sendable {
  /// Who runs it: a block with `MinerInfo`.
  public var info: CID
  /// The deposits for sectors that are to be proven, in attoFIL.
  public var preCommitDeposits = TokenAmount.zero
  /// The money that is not free yet, in attoFIL.
  public var lockedFunds = TokenAmount.zero
  /// When that becomes free.
  public var vestingFunds = VestingFunds()
  /// What it owes, in attoFIL.
  public var feeDebt = TokenAmount.zero
  /// The pledges of its sectors, in attoFIL.
  public var initialPledge = TokenAmount.zero
  /// The sectors that are to be proven: a map of `SectorPreCommitOnChainInfo` by number.
  public var preCommittedSectors: CID
  /// When they are given up: an array of `BitField` by epoch.
  public var preCommittedSectorsCleanUp: CID
  /// The numbers that were ever used: a block with a `BitField`.
  public var allocatedSectors: CID
  /// The proven sectors: an array of `SectorOnChainInfo` by number.
  public var sectors: CID
  /// The first epoch of the proving period; when no events are enrolled, of an earlier one.
  public var provingPeriodStart: ChainEpoch
  /// The deadline whose end comes next; when no events are enrolled, an earlier one.
  public var currentDeadline: UInt64
  /// The deadlines: a block with `Deadlines`.
  public var deadlines: CID
  /// The deadlines with sectors that ended before their time.
  public var earlyTerminations = BitField()
  /// Whether the end of the next deadline is enrolled.
  public var deadlineCronActive = false

  private static let cleanUpBitWidth = 6

  /// The state of a new miner; empty collections are put in the store.
  init(
    _ policy: Policy, info: CID, periodStart: ChainEpoch, deadline: UInt64, in store: some Blockstore
  ) throws(ActorError) {
    self.info = info
    var preCommits = StateMap<SectorNumber, SectorPreCommitOnChainInfo, _>(store: store)
    preCommittedSectors = try preCommits.flush()
    preCommittedSectorsCleanUp = try StateArray<RawCBOR, _>.emptyRoot(
      in: store, bitWidth: MinerState.cleanUpBitWidth)
    allocatedSectors = try store.save(BitField())
    sectors = try StateArray<RawCBOR, _>.emptyRoot(in: store, bitWidth: 5)
    provingPeriodStart = periodStart
    currentDeadline = deadline
    let emptyDeadline = try store.save(try Deadline(store: store))
    deadlines = try store.save(Deadlines(policy, repeating: emptyDeadline))
  }

  /// Who runs the miner.
  ///
  /// - Throws: `ActorError` with `illegalState` if that cannot be read.
  public func loadInfo(in store: some Blockstore) throws(ActorError) -> MinerInfo {
    try store.load(at: info)
  }

  /// The deadlines.
  ///
  /// - Throws: `ActorError` with `illegalState` if they cannot be read.
  public func loadDeadlines(in store: some Blockstore) throws(ActorError) -> Deadlines {
    try store.load(at: deadlines)
  }

  /// The deadline that an epoch falls in.
  public func deadlineInfo(_ policy: Policy, at epoch: ChainEpoch) -> DeadlineInfo {
    DeadlineInfo(policy, periodOffset: provingPeriodStart, at: epoch)
  }
}

extension MinerState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      info, preCommitDeposits, lockedFunds, vestingFunds, feeDebt, initialPledge, preCommittedSectors,
      preCommittedSectorsCleanUp, allocatedSectors, sectors, provingPeriodStart, currentDeadline, deadlines,
      earlyTerminations, deadlineCronActive)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      info, preCommitDeposits, lockedFunds, vestingFunds, feeDebt, initialPledge, preCommittedSectors,
      preCommittedSectorsCleanUp, allocatedSectors, sectors, provingPeriodStart, currentDeadline, deadlines,
      earlyTerminations, deadlineCronActive
    ) = try decoder.tuple(
      CID.self, TokenAmount.self, TokenAmount.self, VestingFunds.self, TokenAmount.self, TokenAmount.self,
      CID.self, CID.self, CID.self, CID.self, ChainEpoch.self, UInt64.self, CID.self, BitField.self, Bool.self)
  }
}
