package import FilCore

/// How much more the data in a sector counts than empty space does.
package enum SectorQuality {
  /// The bits behind the point of a quality.
  private static let precision = 20
  private static let baseMultiplier: BigInt = 10
  private static let verifiedMultiplier: BigInt = 100

  /// The quality-adjusted power of a sector.
  ///
  /// - Parameters:
  ///   - size: The sector's size.
  ///   - duration: Its life in epochs; it must not be zero.
  ///   - verifiedWeight: The bytes of verified data times their epochs.
  /// - Returns: The power in bytes.
  package static func power(_ size: SectorSize, duration: ChainEpoch, verifiedWeight: BigInt) -> BigInt {
    guard duration != 0 else { return 0 }
    let spaceTime = BigInt(size.rawValue) * BigInt(duration)
    let weighted = (spaceTime - verifiedWeight) * baseMultiplier + verifiedWeight * verifiedMultiplier
    let quality = (weighted << precision).dividedRoundingDown(by: spaceTime).dividedRoundingDown(by: baseMultiplier)
    return (BigInt(size.rawValue) * quality) >> precision
  }

  /// The most quality-adjusted power that a sector can have.
  package static func maximumPower(_ size: SectorSize) -> BigInt {
    (BigInt(size.rawValue) * verifiedMultiplier).dividedRoundingDown(by: baseMultiplier)
  }
}
