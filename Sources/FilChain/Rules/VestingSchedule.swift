public import FilCore

/// The money of the network's first investors and makers, which becomes free over six years: the same table for every
/// network, counted from its upgrade Liftoff.
public struct VestingSchedule: Hashable, Sendable {
  /// Money that becomes free evenly.
  public struct Grant: Hashable, Sendable {
    /// How much it is.
    public let amount: TokenAmount
    /// In how many epochs; none at once.
    public let duration: ChainEpoch

    /// A grant of whole FIL over days.
    init(fil: Int64, days: ChainEpoch) {
      amount = .fil(fil)
      duration = days * 2_880
    }

    /// What is free after a number of epochs.
    public func vested(after elapsed: ChainEpoch) -> TokenAmount {
      if elapsed >= duration { return amount }
      guard elapsed > 0 else { return .zero }
      let perEpoch = TokenAmount(atto: amount.atto.dividedRoundingDown(by: BigInt(duration)))
      return amount - perEpoch * (duration - elapsed)
    }
  }

  /// The grants.
  public let grants: [Grant]
  /// From which epoch on they are counted.
  public let start: ChainEpoch

  /// The table as it is since the upgrade Calico.
  ///
  /// - Parameter liftoff: The height of the network's upgrade Liftoff.
  public init(liftoff: ChainEpoch) {
    start = liftoff
    grants = [
      Grant(fil: 10_632_000, days: 0), Grant(fil: 51_803_587, days: 183), Grant(fil: 31_821_712, days: 365),
      Grant(fil: 7_223_364, days: 730), Grant(fil: 88_536_841, days: 1_095), Grant(fil: 409_805_053, days: 2_190),
    ]
  }

  /// What is free at an epoch.
  public func vested(at epoch: ChainEpoch) -> TokenAmount {
    let (elapsed, overflow) = epoch.subtractingReportingOverflow(start)
    guard !overflow else { return epoch < start ? .zero : grants.reduce(.zero) { $0 + $1.amount } }
    return grants.reduce(.zero) { $0 + $1.vested(after: elapsed) }
  }
}
