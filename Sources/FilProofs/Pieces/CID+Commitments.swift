public import FilCore

extension MultihashCode {
  /// The hash of trees over unsealed data.
  static let dataTree = MultihashCode(rawValue: 0x1012)
  /// The hash of commitments to replicas.
  static let poseidonTree = MultihashCode(rawValue: 0xb401)
}

extension CID {
  /// The CID of a commitment to unsealed data: CommP, CommD.
  public init(dataCommitment: Bytes32) {
    self.init(codec: .filCommitmentUnsealed, hash: .dataTree, digest: dataCommitment)
  }

  /// The CID of a commitment to a sealed replica: CommR.
  public init(replicaCommitment: Bytes32) {
    self.init(codec: .filCommitmentSealed, hash: .poseidonTree, digest: replicaCommitment)
  }

  /// The commitment to unsealed data that the CID holds; `nil` if it holds something else.
  public var dataCommitment: Bytes32? {
    version == 1 && codec == .filCommitmentUnsealed && hash == .dataTree ? digest32 : nil
  }

  /// The commitment to a sealed replica that the CID holds; `nil` if it holds something else.
  public var replicaCommitment: Bytes32? {
    version == 1 && codec == .filCommitmentSealed && hash == .poseidonTree ? digest32 : nil
  }
}
