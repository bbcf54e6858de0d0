internal import CSecp256k1
public import FilCore

/// Recoverable ECDSA signatures over secp256k1, computed by libsecp256k1.
public enum Secp256k1 {
  /// The number of bytes of a signature: r, s and the recovery identifier.
  public static let signatureCount = 65

  /// The public key whose owner made a signature.
  ///
  /// Of the two possible s either is accepted, as the network does.
  ///
  /// - Parameters:
  ///   - digest: What was signed.
  ///   - signature: r, s and the recovery identifier (0 to 3), 65 bytes.
  /// - Returns: The key.
  /// - Throws: ``Secp256k1Error``.
  public static func recover(
    digest: Bytes32, signature: [UInt8]
  ) throws(Secp256k1Error) -> Secp256k1PublicKey {
    var parsed = try parse(signature)
    var key = secp256k1_pubkey()
    let recovered = withContext { secp256k1_ecdsa_recover($0, &key, &parsed, digest.bytes) }
    guard recovered == 1 else { throw .notRecoverable }
    return Secp256k1PublicKey(key)
  }

  private static func parse(
    _ signature: [UInt8]
  ) throws(Secp256k1Error) -> secp256k1_ecdsa_recoverable_signature {
    guard signature.count == signatureCount, signature[64] < 4 else { throw .invalidSignature }
    var parsed = secp256k1_ecdsa_recoverable_signature()
    let valid = withContext {
      secp256k1_ecdsa_recoverable_signature_parse_compact($0, &parsed, signature, Int32(signature[64]))
    }
    guard valid == 1 else { throw .invalidSignature }
    return parsed
  }

  static func compact(_ signature: secp256k1_ecdsa_recoverable_signature) -> [UInt8] {
    var signature = signature
    var identifier: Int32 = 0
    var bytes = [UInt8](repeating: 0, count: 64)
    let written = withContext {
      secp256k1_ecdsa_recoverable_signature_serialize_compact($0, &bytes, &identifier, &signature)
    }
    precondition(written == 1, "libsecp256k1 refused its own signature")
    return bytes + [UInt8(truncatingIfNeeded: identifier)]
  }

  /// Runs `body` with a context of its own, which is cheap to make: the library's shared one cannot sign.
  ///
  /// - Parameters:
  ///   - secret: The key that `body` uses, if any: the context is blinded with its hash, against side channels.
  ///   - body: Uses the context.
  /// - Returns: What `body` returns.
  static func withContext<R>(blinding secret: Bytes32? = nil, _ body: (OpaquePointer) -> R) -> R {
    guard let context = secp256k1_context_create(UInt32(SECP256K1_CONTEXT_NONE)) else {
      preconditionFailure("no memory for a context")
    }
    defer { secp256k1_context_destroy(context) }
    if let secret { _ = secp256k1_context_randomize(context, SHA256.hash(secret.bytes).bytes) }
    return body(context)
  }
}
