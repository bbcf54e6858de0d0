internal import FilCore

/// How new sectors are spread over deadlines: so that no deadline gets more partitions than others, and partitions
/// are filled before new ones are begun.
struct DeadlineAssignment {
  /// What counts of a deadline.
  private struct Load {
    let index: Int
    var live: UInt64
    var total: UInt64

    /// What a deadline is chosen by; the least is the best.
    func cost(_ partitionSize: UInt64) -> [UInt64] {
      let isFull = total % partitionSize == 0
      return [
        live / partitionSize, total / partitionSize, isFull ? 1 : 0,
        // Of two with room in their last partition the fuller one is better.
        isFull ? 0 : .max - total, live, UInt64(index),
      ]
    }
  }

  /// Chooses a deadline for each sector.
  ///
  /// - Parameters:
  ///   - sectors: The sectors in order.
  ///   - deadlines: Those that may take sectors, with their numbers.
  ///   - partitionSize: How many sectors a partition has.
  ///   - maxPartitions: The most partitions of a deadline.
  /// - Returns: The sectors of each deadline.
  /// - Throws: `ActorError` with `illegalState` if no deadline takes any more.
  static func assign(
    _ sectors: [SectorOnChainInfo], to deadlines: [(index: Int, deadline: Deadline)], partitionSize: UInt64,
    maxPartitions: UInt64
  ) throws(ActorError) -> [Int: [SectorOnChainInfo]] {
    var loads = deadlines.map { Load(index: $0.index, live: $0.deadline.liveSectors, total: $0.deadline.totalSectors) }
    var assigned: [Int: [SectorOnChainInfo]] = [:]
    for sector in sectors {
      let best = loads.indices.min {
        loads[$0].cost(partitionSize).lexicographicallyPrecedes(loads[$1].cost(partitionSize))
      }
      let position = try best.orAbort(.illegalState, "no deadline takes new sectors")
      try require(
        loads[position].total < partitionSize * maxPartitions, .illegalState,
        "max partitions limit \(maxPartitions) reached for all deadlines")
      assigned[loads[position].index, default: []].append(sector)
      loads[position].live += 1
      loads[position].total += 1
    }
    return assigned
  }
}
