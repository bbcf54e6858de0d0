public import FilCore

/// Durations in epochs of 30 seconds; the actors count in them whatever the network's block delay is.
public enum EpochDuration {
  /// The seconds of an epoch.
  public static let secondsPerEpoch: Int64 = 30
  /// The epochs of an hour.
  public static let hour: ChainEpoch = 120
  /// The epochs of a day.
  public static let day: ChainEpoch = 2_880
  /// The epochs of a year of 365.2422 days.
  public static let year: ChainEpoch = 1_051_897
}
