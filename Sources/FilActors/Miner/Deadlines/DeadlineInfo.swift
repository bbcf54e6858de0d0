public import FilCore

/// When one of a miner's deadlines opens and closes, seen from an epoch.
///
/// A deadline is the window in which proofs for its sectors may be submitted: from `open` until before `close`. The
/// challenge is drawn before it opens.
public struct DeadlineInfo: Hashable, Sendable {
  /// The epoch that this is seen from.
  public let currentEpoch: ChainEpoch
  /// The first epoch of the proving period.
  public let periodStart: ChainEpoch
  /// The deadline's number in the period.
  public let index: UInt64
  /// The first epoch for proofs.
  public let open: ChainEpoch
  /// The first epoch that is too late.
  public let close: ChainEpoch
  /// The epoch whose randomness makes the challenge.
  public let challenge: ChainEpoch
  /// The first epoch that is too late to declare faults.
  public let faultCutoff: ChainEpoch

  private let period: ChainEpoch

  /// A deadline of a proving period.
  ///
  /// - Parameters:
  ///   - policy: The network's parameters.
  ///   - periodStart: The first epoch of the period.
  ///   - index: The deadline's number; one that does not exist stands for the end of the period.
  ///   - epoch: The epoch that this is seen from.
  public init(_ policy: Policy, periodStart: ChainEpoch, index: UInt64, at epoch: ChainEpoch) {
    currentEpoch = epoch
    self.periodStart = periodStart
    self.index = index
    period = policy.windowPoStProvingPeriod
    if index < policy.windowPoStPeriodDeadlines {
      open = periodStart + Int64(index) * policy.windowPoStChallengeWindow
      close = open + policy.windowPoStChallengeWindow
      challenge = open - policy.windowPoStChallengeLookback
      faultCutoff = open - policy.faultDeclarationCutoff
    } else {
      open = periodStart + period
      close = open
      challenge = open
      faultCutoff = 0
    }
  }

  /// The deadline that an epoch falls in, for a miner whose periods start at `offset` modulo the period.
  public init(_ policy: Policy, periodOffset offset: ChainEpoch, at epoch: ChainEpoch) {
    let start = Quantization(unit: policy.windowPoStProvingPeriod, offset: offset).down(epoch)
    let index = (epoch - start) / policy.windowPoStChallengeWindow
    self.init(policy, periodStart: start, index: UInt64(bitPattern: index), at: epoch)
  }

  /// Whether the proving period has begun.
  public var periodStarted: Bool { currentEpoch >= periodStart }

  /// Whether proofs may be submitted now.
  public var isOpen: Bool { currentEpoch >= open && currentEpoch < close }

  /// Whether the deadline is over.
  public var hasElapsed: Bool { currentEpoch >= close }

  /// The last epoch for proofs.
  public var last: ChainEpoch { close - 1 }

  /// Whether it is too late to declare faults.
  public var faultCutoffPassed: Bool { currentEpoch >= faultCutoff }

  /// The first epoch of the next proving period.
  public var nextPeriodStart: ChainEpoch { periodStart + period }

  /// This deadline, or its next time if it is over.
  public func nextNotElapsed(_ policy: Policy) -> DeadlineInfo {
    guard hasElapsed else { return self }
    let periods = 1 + (currentEpoch - close) / period
    return DeadlineInfo(policy, periodStart: periodStart + period * periods, index: index, at: currentEpoch)
  }

  /// The epochs at which the deadline's events happen: its last one in each period.
  var quantization: Quantization { Quantization(unit: period, offset: last) }

  /// Whether sectors may be added to the deadline: it is neither open nor the next one to open.
  func isMutable(_ policy: Policy) -> Bool {
    currentEpoch < nextNotElapsed(policy).open - policy.windowPoStChallengeWindow
  }
}
