public import FilCore

extension Signature {
  /// Requires that this is a signature of `payload` by the owner of a key address.
  ///
  /// - Parameters:
  ///   - payload: What was signed: the bytes themselves, not their digest.
  ///   - signer: A secp256k1, BLS or Ethereum address, as the signature's kind demands.
  /// - Throws: ``SignatureError``.
  public func verify(_ payload: [UInt8], by signer: Address) throws(SignatureError) {
    switch type {
    case .secp256k1: try verifySecp256k1(payload, signer)
    case .bls: try verifyBLS(payload, signer)
    case .delegated: try verifyEthereum(payload, signer)
    }
  }

  private func verifySecp256k1(_ payload: [UInt8], _ signer: Address) throws(SignatureError) {
    try require(signer.protocol == .secp256k1, signer)
    let key = try recover(BLAKE2b.hash256(payload))
    try require(Address(secp256k1PublicKey: key.uncompressed) == signer)
  }

  private func verifyEthereum(_ payload: [UInt8], _ signer: Address) throws(SignatureError) {
    try require(signer.delegated?.namespace == Address.ethereumNamespace, signer)
    let key = try recover(Keccak256.hash(payload))
    try require(key.delegatedAddress == signer)
  }

  private func verifyBLS(_ payload: [UInt8], _ signer: Address) throws(SignatureError) {
    guard let bytes = signer.blsPublicKey else { return try require(false, signer) }
    let (key, signature) = try decode(bytes)
    try require(signature.isValid(for: payload, by: key))
  }

  private func decode(_ key: [UInt8]) throws(SignatureError) -> (BLSPublicKey, BLSSignature) {
    do {
      return (try BLSPublicKey(key), try BLSSignature(data))
    } catch {
      throw SignatureError(.malformed, "no BLS key or signature", cause: error)
    }
  }

  private func recover(_ digest: Bytes32) throws(SignatureError) -> Secp256k1PublicKey {
    do {
      return try Secp256k1.recover(digest: digest, signature: data)
    } catch {
      throw SignatureError(.malformed, "no key follows from it", cause: error)
    }
  }

  private func require(_ condition: Bool, _ signer: Address) throws(SignatureError) {
    guard condition else { throw SignatureError(.unsupportedSigner, "\(signer) cannot sign with kind \(type)") }
  }

  private func require(_ condition: Bool) throws(SignatureError) {
    guard condition else { throw SignatureError(.mismatch, "not of these bytes by this signer") }
  }
}
