public import FilCore

/// What a proof of spacetime is made of.
public struct PoStParameters: Hashable, Sendable {
  /// How a challenge depends on a sector's place.
  public enum IndexRule: Hashable, Sendable {
    /// Challenges count on from sector to sector.
    case position
    /// Each sector's challenges count from zero, so that they do not depend on its place (FIP-0061).
    case sector
  }

  /// The sectors' size in bytes, a power of two.
  public let sectorSize: UInt64
  /// The number of challenges in each sector.
  public let challengeCount: Int
  /// The number of sectors in each partition of a proof.
  public let sectorsPerPartition: Int
  /// How a challenge depends on a sector's place.
  public let indexRule: IndexRule
  /// The shape of the tree over a replica.
  public let treeShape: TreeShape

  /// Parameters of any kind.
  ///
  /// - Parameters:
  ///   - sectorSize: The sectors' size in bytes, a power of two.
  ///   - challengeCount: The number of challenges in each sector.
  ///   - sectorsPerPartition: The number of sectors in each partition.
  ///   - indexRule: How a challenge depends on a sector's place.
  /// - Throws: `SealError.unsupported` if there is no tree over a sector of the size, or nothing or too much is
  ///   challenged.
  public init(
    sectorSize: UInt64, challengeCount: Int, sectorsPerPartition: Int, indexRule: IndexRule
  ) throws(SealError) {
    guard let shape = TreeShape(sectorSize: sectorSize) else {
      throw SealError(.unsupported, "no tree over a sector of \(sectorSize) bytes")
    }
    guard (1...1 << 20).contains(challengeCount), sectorsPerPartition > 0 else {
      throw SealError(.unsupported, "\(challengeCount) challenges of \(sectorsPerPartition) sectors")
    }
    self.sectorSize = sectorSize
    self.challengeCount = challengeCount
    self.sectorsPerPartition = sectorsPerPartition
    self.indexRule = indexRule
    treeShape = shape
  }

  /// The parameters of a registered proof.
  ///
  /// - Throws: `SealError.unsupported` for a number that does not exist.
  public init(_ type: RegisteredPoStProof) throws(SealError) {
    guard let purpose = type.purpose, let size = type.sectorSize else {
      throw SealError(.unsupported, "\(type) does not exist")
    }
    try self.init(
      sectorSize: size.rawValue, challengeCount: purpose == .winning ? 66 : 10,
      sectorsPerPartition: type.windowPartitionSectors.map { Int($0) } ?? 1,
      indexRule: purpose == .windowV1_1 ? .sector : .position)
  }
}
