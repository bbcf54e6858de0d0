public import FilChain
public import FilCore

extension SectorProver: BlockProver {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func winningPoSt(of sectors: [PoStSector], randomness: Bytes32) throws -> PoStProof {
    try winningPoSt(sectors, randomness: randomness)
  }
}
