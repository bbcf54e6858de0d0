public import FilCore
public import FilCrypto

/// The private key of a peer: its identity.
public enum PeerPrivateKey: Hashable, Sendable {
  /// Ed25519, the usual one.
  case ed25519(Ed25519PrivateKey)
  /// secp256k1.
  case secp256k1(Secp256k1PrivateKey)

  /// A new Ed25519 key.
  ///
  /// - Parameter random: Where its secret comes from.
  /// - Returns: The key.
  public static func generate(from random: any RandomSource) -> PeerPrivateKey {
    let secret = random.bytes(Bytes32.count)
    return .ed25519(Ed25519PrivateKey(seed: Bytes32 { $0.copyBytes(from: secret) }))
  }

  /// Reads the form in which keys are stored: a protocol buffer of the kind and the key.
  ///
  /// - Throws: ``PeerKeyError``.
  public init(protobuf bytes: [UInt8]) throws(PeerKeyError) {
    let message = try PeerKeyMessage(bytes)
    switch message.kind {
    case .ed25519:
      guard message.data.count == 64, let seed = Bytes32(message.data.prefix(32)) else { throw .invalidKey }
      let key = Ed25519PrivateKey(seed: seed)
      guard key.publicKey.bytes.bytes.elementsEqual(message.data.suffix(32)) else { throw .invalidKey }
      self = .ed25519(key)
    case .secp256k1:
      guard let secret = Bytes32(message.data), let key = Secp256k1PrivateKey(secret) else { throw .invalidKey }
      self = .secp256k1(key)
    }
  }

  /// The form in which the key is stored; it holds the secret.
  public var protobuf: [UInt8] {
    switch self {
    case .ed25519(let key): PeerKeyMessage(.ed25519, key.seed.bytes + key.publicKey.bytes.bytes).bytes
    case .secp256k1(let key): PeerKeyMessage(.secp256k1, key.bytes.bytes).bytes
    }
  }

  /// The public key.
  public var publicKey: PeerPublicKey {
    switch self {
    case .ed25519(let key): .ed25519(key.publicKey)
    case .secp256k1(let key): .secp256k1(key.publicKey)
    }
  }

  /// Signs a message, deterministically.
  ///
  /// - Returns: 64 bytes for Ed25519; the DER signature of the message's SHA-256 for secp256k1.
  public func sign(_ message: [UInt8]) -> [UInt8] {
    switch self {
    case .ed25519(let key): key.sign(message)
    case .secp256k1(let key): key.signDER(digest: SHA256.hash(message))
    }
  }
}

extension PeerPrivateKey: CustomStringConvertible {
  /// Says whose key this is without giving the secret away.
  public var description: String { "PeerPrivateKey(of \(PeerID(publicKey)))" }
}
