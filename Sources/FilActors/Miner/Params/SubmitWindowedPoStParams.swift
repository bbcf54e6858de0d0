public import FilCore

/// The parameters of a miner's `SubmitWindowedPoSt`.
public struct SubmitWindowedPoStParams: Hashable, Sendable {
  /// The deadline, which must be open.
  public var deadline: UInt64
  /// The partitions that are proven.
  public var partitions: [PoStPartition]
  /// The proof: a list of one.
  public var proofs: [PoStProof]
  /// An epoch of the chain that the proof is for.
  public var chainCommitEpoch: ChainEpoch
  /// The ticket randomness of that epoch.
  public var chainCommitRand: [UInt8]

  /// All fields.
  public init(
    deadline: UInt64, partitions: [PoStPartition], proofs: [PoStProof], chainCommitEpoch: ChainEpoch,
    chainCommitRand: [UInt8]
  ) {
    self.deadline = deadline
    self.partitions = partitions
    self.proofs = proofs
    self.chainCommitEpoch = chainCommitEpoch
    self.chainCommitRand = chainCommitRand
  }
}

extension SubmitWindowedPoStParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(deadline, partitions, proofs, chainCommitEpoch, chainCommitRand)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (deadline, partitions, proofs, chainCommitEpoch, chainCommitRand) = try decoder.tuple(
      UInt64.self, [PoStPartition].self, [PoStProof].self, ChainEpoch.self, [UInt8].self)
  }
}
