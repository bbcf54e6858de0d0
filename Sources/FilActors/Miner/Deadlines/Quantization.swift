internal import FilCore

/// Epochs that events are moved up to, so that queues have few keys: all that are `offset` modulo `unit`.
struct Quantization: Hashable {
  /// The distance of the epochs.
  let unit: ChainEpoch
  /// One of the epochs.
  let offset: ChainEpoch

  /// Every epoch.
  static let none = Quantization(unit: 1, offset: 0)

  /// The first such epoch that is not before `epoch`.
  func up(_ epoch: ChainEpoch) -> ChainEpoch {
    let offset = offset % unit
    let (quotient, remainder) = (epoch - offset).quotientAndRemainder(dividingBy: unit)
    // Division rounds up below zero.
    let isExact = remainder == 0 || epoch < offset
    return unit * (isExact ? quotient : quotient + 1) + offset
  }

  /// The last such epoch that is not after `epoch`.
  func down(_ epoch: ChainEpoch) -> ChainEpoch {
    let next = up(epoch)
    return next == epoch ? next : next - unit
  }
}
