/// A moment of network time: nanoseconds since 1970 as UTC counts them, without leap seconds.
public struct NetworkTime: Hashable, Sendable {
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public let nanoseconds: Int64

  /// The moment so many nanoseconds after 1970.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// The moment so many seconds after 1970, or the last one that there is if that is later.
  public init(unixSeconds: UInt64) {
    self.init(clamping: Int128(unixSeconds) * 1_000_000_000)
  }

  private init(clamping nanoseconds: Int128) {
    self.nanoseconds = Int64(clamping: nanoseconds)
  }

  /// Whole seconds since 1970, as timestamps of blocks count them; 0 for moments before.
  public var unixSeconds: UInt64 {
    UInt64(max(0, nanoseconds)) / 1_000_000_000
  }

  /// The moment `duration` later, or the last one that there is if that is later still.
  public static func + (time: NetworkTime, duration: Duration) -> NetworkTime {
    NetworkTime(clamping: Int128(time.nanoseconds) + duration.attoseconds / 1_000_000_000)
  }

  /// The time that passes between two moments.
  public static func - (left: NetworkTime, right: NetworkTime) -> Duration {
    Duration(attoseconds: (Int128(left.nanoseconds) - Int128(right.nanoseconds)) * 1_000_000_000)
  }
}

extension NetworkTime: Comparable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: NetworkTime, right: NetworkTime) -> Bool { left.nanoseconds < right.nanoseconds }
}

extension NetworkTime: CustomStringConvertible {
  /// Seconds since 1970 with nine decimals.
  public var description: String {
    let magnitude = nanoseconds.magnitude
    let fraction = String(magnitude % 1_000_000_000)
    let zeros = String(repeating: "0", count: 9 - fraction.count)
    return (nanoseconds < 0 ? "-" : "") + "\(magnitude / 1_000_000_000).\(zeros)\(fraction)"
  }
}
