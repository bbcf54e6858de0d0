public import FilCore

/// What the first phase of sealing finds besides the labels.
public struct PreCommitPhase1Output: Hashable, Sendable {
  /// The identity of the replica.
  public let replicaID: Bytes32
  /// The commitment to the data.
  public let commD: Bytes32

  /// Known values, for a second phase in another process.
  public init(replicaID: Bytes32, commD: Bytes32) {
    self.replicaID = replicaID
    self.commD = commD
  }
}
