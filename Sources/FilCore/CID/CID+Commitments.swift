extension CID {
  /// The CID of a commitment to unsealed data: a piece's CommP or a sector's CommD.
  public init(unsealedCommitment commitment: Bytes32) {
    self.init(codec: .filCommitmentUnsealed, hash: .sha256Trunc254Padded, digest: commitment)
  }

  /// The CID of a commitment to a sealed replica: CommR.
  public init(sealedCommitment commitment: Bytes32) {
    self.init(codec: .filCommitmentSealed, hash: .poseidon, digest: commitment)
  }

  /// The commitment to unsealed data that this names; `nil` if it names something else.
  public var unsealedCommitment: Bytes32? {
    codec == .filCommitmentUnsealed && hash == .sha256Trunc254Padded ? digest32 : nil
  }

  /// The commitment to a sealed replica that this names; `nil` if it names something else.
  public var sealedCommitment: Bytes32? {
    codec == .filCommitmentSealed && hash == .poseidon ? digest32 : nil
  }
}
