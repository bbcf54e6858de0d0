public import FilCore

/// The public inputs of a proof of spacetime, with the files of the sectors that it covers.
public struct PoStProofRequest: Sendable {
  /// A sector with its files: the replica, the tree over it, and the auxiliary file.
  public struct Sector: Sendable {
    /// What the verifier knows of the sector.
    public let sector: PoStSector
    /// Its files.
    public let storage: any SectorStorage

    /// A sector with its files.
    public init(_ sector: PoStSector, storage: any SectorStorage) {
      self.sector = sector
      self.storage = storage
    }
  }

  /// The kind of proof.
  public let type: RegisteredPoStProof
  /// The miner's number.
  public let prover: ActorID
  /// The randomness that the challenges are drawn from; the two top bits of its last byte do not count.
  public let randomness: Bytes32
  /// The sectors, in the order in which the verifier will have them.
  public let sectors: [Sector]

  /// The inputs of one proof.
  public init(type: RegisteredPoStProof, prover: ActorID, randomness: Bytes32, sectors: [Sector]) {
    self.type = type
    self.prover = prover
    self.randomness = randomness
    self.sectors = sectors
  }

  /// The inputs of the verification of a proof of this request.
  public func verifyInfo(proof: PoStProof) -> PoStVerifyInfo {
    PoStVerifyInfo(
      randomness: randomness, proofs: [proof], sectors: sectors.map(\.sector), prover: prover)
  }
}
