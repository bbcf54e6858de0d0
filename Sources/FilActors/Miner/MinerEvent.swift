/// What a miner enrols for an epoch.
enum MinerEvent: Int64 {
  /// The end of a deadline.
  case provingDeadline = 1
  /// Sectors that ended before their time.
  case processEarlyTerminations = 2
}
