internal import CSecp256k1
public import FilCore

/// A private key of a secp256k1 or Ethereum account.
public struct Secp256k1PrivateKey: Hashable, Sendable {
  /// The integer, big-endian.
  public let bytes: Bytes32

  /// The key with these bytes; `nil` if they are zero or not below the group's order.
  public init?(_ bytes: Bytes32) {
    guard Secp256k1.withContext({ secp256k1_ec_seckey_verify($0, bytes.bytes) }) == 1 else { return nil }
    self.bytes = bytes
  }

  /// Derives a key from secret bytes: the first digest of the bytes and a counter that is a key.
  public init(derivedFrom secret: [UInt8]) {
    var counter: UInt8 = 0
    while true {
      if let key = Secp256k1PrivateKey(BLAKE2b.hash256(Array("fil-secp256k1-key".utf8) + [counter] + secret)) {
        self = key
        return
      }
      counter += 1
    }
  }

  /// The public key.
  public var publicKey: Secp256k1PublicKey {
    Secp256k1.withContext(blinding: bytes) { context in
      var key = secp256k1_pubkey()
      let made = secp256k1_ec_pubkey_create(context, &key, bytes.bytes)
      precondition(made == 1, "the key was checked when it was made")
      return Secp256k1PublicKey(key)
    }
  }

  /// Signs a digest: deterministic (RFC 6979), with the lower of the two possible s.
  ///
  /// - Returns: r, s and the recovery identifier (0 or 1), 65 bytes.
  public func sign(digest: Bytes32) -> [UInt8] {
    Secp256k1.withContext(blinding: bytes) { context in
      var signature = secp256k1_ecdsa_recoverable_signature()
      let made = secp256k1_ecdsa_sign_recoverable(context, &signature, digest.bytes, bytes.bytes, nil, nil)
      precondition(made == 1, "the key was checked when it was made")
      return Secp256k1.compact(signature)
    }
  }
}

extension Secp256k1PrivateKey: CustomStringConvertible {
  /// Says what this is without giving the secret away.
  public var description: String { "Secp256k1PrivateKey(...)" }
}
