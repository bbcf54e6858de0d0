internal import FilCore

/// Sectors that ended before their time, by the epochs at which they did.
struct TerminationResult {
  /// The sectors by epoch.
  private(set) var sectors: [ChainEpoch: BitField] = [:]
  /// How many partitions were looked at.
  var partitionsProcessed: UInt64 = 0
  /// How many sectors there are.
  private(set) var sectorsProcessed: UInt64 = 0

  var isEmpty: Bool { sectorsProcessed == 0 }

  mutating func add(_ numbers: BitField, at epoch: ChainEpoch) {
    sectors[epoch] = sectors[epoch, default: BitField()].union(numbers)
    sectorsProcessed += numbers.count
  }

  mutating func add(_ other: TerminationResult) {
    partitionsProcessed += other.partitionsProcessed
    for (epoch, numbers) in other.sectors { add(numbers, at: epoch) }
  }

  /// Whether more may be processed.
  func isBelow(partitions: UInt64, sectors: UInt64) -> Bool {
    partitionsProcessed < partitions && sectorsProcessed < sectors
  }
}
