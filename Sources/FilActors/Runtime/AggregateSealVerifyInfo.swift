public import FilCore

/// What the verification of an aggregate of seals needs.
public struct AggregateSealVerifyInfo: Hashable, Sendable {
  /// What is particular to one sector of the aggregate.
  public struct Seal: Hashable, Sendable {
    /// The sector's number.
    public let number: SectorNumber
    /// The ticket that the replica was made with.
    public let randomness: Bytes32
    /// The randomness that the challenges are drawn from.
    public let interactiveRandomness: Bytes32
    /// The commitment to the replica: CommR.
    public let sealedCID: CID
    /// The commitment to the data: CommD.
    public let unsealedCID: CID

    /// One sector of an aggregate.
    public init(
      number: SectorNumber, randomness: Bytes32, interactiveRandomness: Bytes32, sealedCID: CID, unsealedCID: CID
    ) {
      self.number = number
      self.randomness = randomness
      self.interactiveRandomness = interactiveRandomness
      self.sealedCID = sealedCID
      self.unsealedCID = unsealedCID
    }
  }

  /// The miner's number.
  public let miner: ActorID
  /// How the sectors are sealed.
  public let sealProof: RegisteredSealProof
  /// The number of the kind of aggregate: 0 for SnarkPack, 1 for its second version.
  public let aggregateProof: Int64
  /// The proof.
  public let proof: [UInt8]
  /// The sectors in order.
  public let seals: [Seal]

  /// The inputs of one verification.
  public init(
    miner: ActorID, sealProof: RegisteredSealProof, aggregateProof: Int64, proof: [UInt8], seals: [Seal]
  ) {
    self.miner = miner
    self.sealProof = sealProof
    self.aggregateProof = aggregateProof
    self.proof = proof
    self.seals = seals
  }
}
