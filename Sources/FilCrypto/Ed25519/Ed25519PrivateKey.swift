internal import CSodium
public import FilCore

/// A private key of Ed25519: the identity of a libp2p peer.
public struct Ed25519PrivateKey: Hashable, Sendable {
  /// The secret that the key follows from.
  public let seed: Bytes32
  /// The public key.
  public let publicKey: Ed25519PublicKey

  /// The key that follows from a seed; every seed has one.
  public init(seed: Bytes32) {
    self.seed = seed
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    let key = Bytes32 { out in
      guard let target = out.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
      _ = crypto_sign_seed_keypair(target, &secret, seed.bytes)
    }
    sodium_memzero(&secret, secret.count)
    publicKey = Ed25519PublicKey(key)
  }

  /// Signs a message, deterministically.
  ///
  /// - Returns: 64 bytes.
  public func sign(_ message: [UInt8]) -> [UInt8] {
    var secret = seed.bytes + publicKey.bytes.bytes
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    let status = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    precondition(status == 0, "libsodium refused to sign")
    sodium_memzero(&secret, secret.count)
    return signature
  }
}

extension Ed25519PrivateKey: CustomStringConvertible {
  /// Says what this is without giving the secret away.
  public var description: String { "Ed25519PrivateKey(...)" }
}
