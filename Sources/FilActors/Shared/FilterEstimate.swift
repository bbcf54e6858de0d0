public import FilCore

/// A smoothed value and its change per epoch, in fixed-point numbers with 128 bits behind the point (Q.128).
public struct FilterEstimate: Hashable, Sendable {
  /// The bits behind the point.
  static let precision = 128

  /// The value.
  public let position: BigInt
  /// The change per epoch.
  public let velocity: BigInt

  /// An estimate in Q.128.
  public init(position: BigInt, velocity: BigInt) {
    self.position = position
    self.velocity = velocity
  }

  /// An estimate of whole numbers.
  public init(value: BigInt, change: BigInt) {
    self.init(position: value << FilterEstimate.precision, velocity: change << FilterEstimate.precision)
  }

  /// The value as a whole number, rounded down.
  public var estimate: BigInt { position >> FilterEstimate.precision }

  /// The estimate after another observation (alpha-beta filter with the network's constants).
  ///
  /// - Parameters:
  ///   - observation: What was seen.
  ///   - delta: The epochs since the estimate.
  /// - Returns: The new estimate.
  public func next(observing observation: BigInt, after delta: ChainEpoch) -> FilterEstimate {
    let precision = FilterEstimate.precision
    let time = BigInt(delta) << precision
    let predicted = (time * velocity) >> precision + position
    let residual = observation << precision - predicted
    let correction = (FilterEstimate.alpha * residual) >> precision
    let acceleration = (residual * FilterEstimate.beta).dividedRoundingDown(by: time)
    return FilterEstimate(position: predicted + correction, velocity: velocity + acceleration)
  }

  private static let alpha: BigInt = 314_760_000_000_000_000_000_000_000_000_000_000
  private static let beta: BigInt = 96_640_100_000_000_000_000_000_000_000_000
}

extension FilterEstimate: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(position, velocity) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (position, velocity) = try decoder.tuple(BigInt.self, BigInt.self)
  }
}
