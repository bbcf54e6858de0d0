public import FilCore

/// The commitments of a sealed sector.
public struct SealCommitments: Hashable, Sendable {
  /// The identity of the replica.
  public let replicaID: Bytes32
  /// The commitment to the data.
  public let commD: Bytes32
  /// The commitment to the columns of labels.
  public let commC: Bytes32
  /// The commitment to the replica alone.
  public let commRLast: Bytes32
  /// The commitment to the replica: the hash of ``commC`` and ``commRLast``.
  public let commR: Bytes32

  /// ``commR`` as a CID.
  public var sealedCID: CID { CID(sealedCommitment: commR) }
  /// ``commD`` as a CID.
  public var unsealedCID: CID { CID(unsealedCommitment: commD) }
}
