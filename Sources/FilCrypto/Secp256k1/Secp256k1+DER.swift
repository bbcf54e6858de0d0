internal import CSecp256k1
public import FilCore

extension Secp256k1PrivateKey {
  /// Signs a digest as libp2p peers do: deterministic (RFC 6979), in DER.
  public func signDER(digest: Bytes32) -> [UInt8] {
    Secp256k1.withContext(blinding: bytes) { context in
      var signature = secp256k1_ecdsa_signature()
      let made = secp256k1_ecdsa_sign(context, &signature, digest.bytes, bytes.bytes, nil, nil)
      precondition(made == 1, "the key was checked when it was made")
      var der = [UInt8](repeating: 0, count: 72)
      var count = der.count
      let written = secp256k1_ecdsa_signature_serialize_der(context, &der, &count, &signature)
      precondition(written == 1 && count <= der.count, "libsecp256k1 refused its own signature")
      return Array(der.prefix(count))
    }
  }
}

extension Secp256k1PublicKey {
  /// Whether the owner of this key signed a digest; of the two possible s either is accepted.
  ///
  /// - Parameters:
  ///   - signature: In strict DER.
  ///   - digest: What was signed.
  /// - Returns: Whether the signature is valid.
  public func verify(derSignature signature: [UInt8], of digest: Bytes32) -> Bool {
    guard let key = Secp256k1PublicKey.parse(uncompressed) else { return false }
    return Secp256k1.withContext { context in
      var key = key
      var parsed = secp256k1_ecdsa_signature()
      guard secp256k1_ecdsa_signature_parse_der(context, &parsed, signature, signature.count) == 1 else { return false }
      var normal = secp256k1_ecdsa_signature()
      _ = secp256k1_ecdsa_signature_normalize(context, &normal, &parsed)
      return secp256k1_ecdsa_verify(context, &normal, digest.bytes, &key) == 1
    }
  }
}
