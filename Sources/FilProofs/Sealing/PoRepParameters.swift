public import FilCore

/// What a proof of replication is made of: the sector's size, the graph's identifier and rules, and how much is
/// challenged.
public struct PoRepParameters: Hashable, Sendable {
  /// How the challenges are drawn.
  public enum ChallengeMode: Hashable, Sendable {
    /// From randomness of the chain after the commitment.
    case interactive
    /// From a fixed set that depends on the commitment, of which randomness of the chain selects (FIP-0059).
    case synthetic
    /// From the commitment alone (FIP-0092).
    case nonInteractive
  }

  /// The sector's size in bytes, a power of two.
  public let sectorSize: UInt64
  /// The identifier that the graph is drawn from.
  public let porepID: Bytes32
  /// The rules of the graph.
  public let version: PoRepVersion
  /// How the challenges are drawn.
  public let challengeMode: ChallengeMode
  /// The number of layers of labels.
  public let layerCount: Int
  /// The number of partitions of the proof.
  public let partitionCount: Int
  /// The number of challenges in each partition.
  public let challengesPerPartition: Int
  /// The shape of the trees over columns and replica.
  public let treeShape: TreeShape

  /// Parameters of any kind.
  ///
  /// - Parameters:
  ///   - sectorSize: The sector's size in bytes, a power of two.
  ///   - porepID: The identifier that the graph is drawn from.
  ///   - version: The rules of the graph.
  ///   - challengeMode: How the challenges are drawn.
  ///   - layerCount: The number of layers of labels: 2 or 11.
  ///   - partitionCount: The number of partitions of the proof.
  ///   - challengesPerPartition: The number of challenges in each partition.
  ///   - treeShape: The shape of the trees; `nil` for that of the sector's size.
  /// - Throws: `SealError.unsupported` if the layers cannot be hashed, the tree does not fit the size, or nothing or
  ///   too much is challenged.
  public init(
    sectorSize: UInt64, porepID: Bytes32, version: PoRepVersion, challengeMode: ChallengeMode = .interactive,
    layerCount: Int, partitionCount: Int, challengesPerPartition: Int, treeShape: TreeShape? = nil
  ) throws(SealError) {
    guard let shape = treeShape ?? TreeShape(sectorSize: sectorSize), shape.leafCount == sectorSize / 32 else {
      throw SealError(.unsupported, "no tree over a sector of \(sectorSize) bytes")
    }
    guard layerCount == 2 || layerCount == 11, sectorSize / 32 <= 1 << 32 else {
      throw SealError(.unsupported, "\(layerCount) layers of a sector of \(sectorSize) bytes")
    }
    guard (1...1 << 10).contains(partitionCount), (1...1 << 10).contains(challengesPerPartition) else {
      throw SealError(.unsupported, "\(partitionCount) partitions of \(challengesPerPartition) challenges")
    }
    self.sectorSize = sectorSize
    self.porepID = porepID
    self.version = version
    self.challengeMode = challengeMode
    self.layerCount = layerCount
    self.partitionCount = partitionCount
    self.challengesPerPartition = challengesPerPartition
    self.treeShape = shape
  }

  /// The number of 32-byte nodes in the sector.
  public var nodeCount: UInt64 { sectorSize / 32 }

  /// The graph that the layers are labelled over.
  public var graph: StackedGraph { StackedGraph(nodeCount: nodeCount, porepID: porepID, version: version) }

  /// The hash of a column of labels.
  var columnHash: Poseidon { layerCount == 2 ? .arity2 : .arity11 }
}
