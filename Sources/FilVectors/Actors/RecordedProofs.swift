internal import FilActors
internal import FilCore

extension PoStVerifyInfo {
  /// The inputs as the recording has them.
  init(recorded answer: JSONValue) throws {
    self.init(
      randomness: try answer.requireBytes32("randomness"),
      proofs: try answer.requireArray("proofs").map {
        PoStProof(
          type: RegisteredPoStProof(rawValue: try $0.requireInteger("post_proof")), bytes: try $0.requireBytes("proof"))
      },
      sectors: try answer.requireArray("challenged_sectors").map {
        PoStSector(
          sealProof: RegisteredSealProof(rawValue: try $0.requireInteger("proof")),
          number: try $0.requireInteger("sector_number"), sealedCID: try $0.require("sealed_cid").cid())
      },
      prover: try answer.requireInteger("prover"))
  }
}

extension SealVerifyInfo {
  /// The inputs as the recording has them.
  init(recorded seal: JSONValue) throws {
    self.init(
      type: RegisteredSealProof(rawValue: try seal.requireInteger("registered_proof")),
      sector: SectorID(
        miner: try seal.requireInteger("miner"), number: try seal.requireInteger("sector_number")),
      randomness: try seal.requireBytes32("randomness"), interactiveRandomness: try seal.requireBytes32("interactive_randomness"),
      proof: try seal.requireBytes("proof"), sealedCID: try seal.require("sealed_cid").cid(),
      unsealedCID: try seal.require("unsealed_cid").cid())
  }
}

extension AggregateSealVerifyInfo {
  /// The inputs as the recording has them.
  init(recorded answer: JSONValue) throws {
    self.init(
      miner: try answer.requireInteger("miner"),
      sealProof: RegisteredSealProof(rawValue: try answer.requireInteger("seal_proof")),
      aggregateProof: try answer.requireInteger("aggregate_proof"), proof: try answer.requireBytes("proof"),
      seals: try answer.requireArray("infos").map {
        Seal(
          number: try $0.requireInteger("sector_number"), randomness: try $0.requireBytes32("randomness"),
          interactiveRandomness: try $0.requireBytes32("interactive_randomness"),
          sealedCID: try $0.require("sealed_cid").cid(), unsealedCID: try $0.require("unsealed_cid").cid())
      })
  }
}
