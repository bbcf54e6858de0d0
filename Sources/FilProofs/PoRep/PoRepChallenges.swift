public import FilCore

/// The nodes that a proof of replication is challenged on. None is node 0.
public struct PoRepChallenges: Sendable {
  private let nodeCount: UInt64
  private let mode: PoRepParameters.ChallengeMode
  private let partitionCount: Int
  private let challengesPerPartition: Int

  /// The challenges of one kind of proof.
  public init(_ parameters: PoRepParameters) {
    nodeCount = parameters.nodeCount
    mode = parameters.challengeMode
    partitionCount = parameters.partitionCount
    challengesPerPartition = parameters.challengesPerPartition
  }

  /// The challenges of every partition.
  ///
  /// - Parameters:
  ///   - replicaID: The identity of the replica.
  ///   - commR: The commitment to the replica; interactive challenges do not depend on it.
  ///   - seed: Randomness of the chain after the commitment; non-interactive challenges do not depend on it.
  /// - Returns: A list for each partition.
  public func draw(replicaID: Bytes32, commR: Bytes32, seed: Bytes32) -> [[UInt64]] {
    (0..<partitionCount).map { partition in
      (0..<challengesPerPartition).map { place in
        challenge(UInt32(partition * challengesPerPartition + place), replicaID, commR, seed)
      }
    }
  }

  private func challenge(_ index: UInt32, _ replicaID: Bytes32, _ commR: Bytes32, _ seed: Bytes32) -> UInt64 {
    switch mode {
    case .interactive: hashed([], replicaID, seed, index)
    case .nonInteractive:
      hashed(Array("filecoin.io|PoRep|1|NonInteractive|1".utf8), replicaID, commR, index)
    case .synthetic: synthetic(replicaID: replicaID, commR: commR).selected(seed: seed, index)
    }
  }

  private func hashed(_ prefix: [UInt8], _ first: Bytes32, _ second: Bytes32, _ index: UInt32) -> UInt64 {
    let digest = SHA256.hash(prefix + first.bytes + second.bytes + index.littleEndianBytes)
    return digest.remainder(dividingBy: nodeCount - 1) + 1
  }

  /// The set that synthetic challenges are selected from.
  ///
  /// - Parameters:
  ///   - replicaID: The identity of the replica.
  ///   - commR: The commitment to the replica.
  /// - Returns: The set.
  public func synthetic(replicaID: Bytes32, commR: Bytes32) -> SyntheticChallenges {
    SyntheticChallenges(nodeCount: nodeCount, replicaID: replicaID, commR: commR)
  }
}
