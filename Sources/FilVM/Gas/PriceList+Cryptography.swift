public import FilCore

extension PriceList {
  /// Verifying a signature of a number of bytes.
  public func verifySignature(_ type: SignatureType, bytes: Int) -> GasCharge {
    GasCharge("OnVerifySignature", compute: type == .bls ? blsSignature(bytes) : secp256k1Signature(bytes))
  }

  /// Verifying an aggregate of BLS signatures of a number of bytes in all.
  public func verifyAggregateSignature(count: Int, bytes: Int) -> GasCharge {
    GasCharge("OnVerifyBlsAggregateSignature", compute: blsPairing * (count + 1) + blsHashing(bytes))
  }

  /// Recovering a public key from a signature.
  public func recoverPublicKey() -> GasCharge { GasCharge("OnRecoverSecpPublicKey", compute: secp256k1Recover) }

  /// Hashing a number of bytes.
  public func onHashing(_ function: MultihashCode, bytes: Int) -> GasCharge {
    GasCharge("OnHashing", compute: hash(function, bytes))
  }

  /// Checking that a number of bytes are text.
  public func utf8Validation(bytes: Int) -> GasCharge {
    GasCharge("OnUtf8Validation", compute: utf8Validation(bytes))
  }

  /// The commitment to a sector's data from its pieces.
  public func unsealedSectorCID() -> GasCharge {
    GasCharge("OnComputeUnsealedSectorCid", compute: computeUnsealedSectorCID)
  }

  /// Verifying a seal.
  public func onVerifySeal() -> GasCharge { GasCharge("OnVerifySeal", compute: verifySeal) }

  /// Verifying an aggregate of seals; types without a price of their own cost as sectors of 32 GiB.
  public func verifyAggregateSeals(_ type: RegisteredSealProof, count: Int) -> GasCharge {
    let price = verifyAggregateSeals[type] ?? .gib32
    return GasCharge("OnVerifyAggregateSeals", compute: price(count))
  }

  /// Verifying the proof of a replica update.
  public func onVerifyReplicaUpdate() -> GasCharge {
    GasCharge("OnVerifyReplicaUpdate", compute: verifyReplicaUpdate)
  }

  /// Verifying the proof of a deadline with a number of challenged sectors.
  public func verifyPoSt(sectors: Int) -> GasCharge { GasCharge("OnVerifyPost", compute: verifyPoSt(sectors)) }

  /// Verifying that a miner broke the rules of consensus.
  public func onVerifyConsensusFault() -> GasCharge {
    GasCharge("OnVerifyConsensusFault", other: verifyConsensusFault)
  }
}
