internal import FilCore

/// What a proof for partitions of a deadline did.
struct PoStResult {
  /// The partitions that were proven.
  let partitions: BitField
  /// How power changes.
  var powerDelta = PowerPair.zero
  /// The power that is active again.
  var recoveredPower = PowerPair.zero
  /// All sectors of the partitions.
  var sectors = BitField()
  /// Those that the proof does not cover.
  var ignoredSectors = BitField()

  init(partitions: BitField) {
    self.partitions = partitions
  }
}
