public import FilCore

/// A proof of spacetime that the chain has stored without checking it, with what it is about.
public struct StoredWindowPoSt: Hashable, Sendable {
  /// The partitions that it covers.
  public let partitions: BitField
  /// The sectors that it covers: all of these partitions that were not faulty.
  public let sectorNumbers: BitField
  /// Those sectors in the prover's order; the first stands in for faulty ones.
  public let sectors: [PoStSector]
  /// The proof: a list of one.
  public let proofs: [PoStProof]
}

extension Deadline {
  /// The proofs of the deadline's last window, which may be disputed.
  ///
  /// - Parameter store: Where the state is.
  /// - Returns: The proofs, in the order in which they came.
  /// - Throws: `ActorError` with `illegalState` if the state is broken or cannot be read.
  public func storedProofs(in store: some Blockstore) throws(ActorError) -> [StoredWindowPoSt] {
    let submissions = try StateArray<WindowedPoSt, _>(root: optimisticPoStSubmissionsSnapshot, store: store)
    let partitions = try StateArray<Partition, _>(root: partitionsSnapshot, store: store)
    let sectors = try SectorArray(root: sectorsSnapshot, store: store)
    var proofs: [StoredWindowPoSt] = []
    for index in 0..<submissions.count {
      let submission = try submissions.get(index).orAbort(.illegalState, "no proof \(index)")
      var (proven, ignored) = (BitField(), BitField())
      for number in submission.partitions {
        let partition = try partitions.get(number).orAbort(.illegalState, "no partition \(number)")
        proven = proven.union(partition.sectors)
        ignored = .union([ignored, partition.faults, partition.terminated, partition.unproven])
      }
      let covered = try sectors.load(proven, standingInFor: ignored)
      proofs.append(
        StoredWindowPoSt(
          partitions: submission.partitions, sectorNumbers: proven.subtracting(ignored),
          sectors: covered.map { PoStSector(sealProof: $0.sealProof, number: $0.number, sealedCID: $0.sealedCID) },
          proofs: submission.proofs))
    }
    return proofs
  }
}
