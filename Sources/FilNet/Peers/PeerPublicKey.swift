internal import FilCore
public import FilCrypto

/// The public key that a peer is known by.
public enum PeerPublicKey: Hashable, Sendable {
  /// Ed25519, the usual one.
  case ed25519(Ed25519PublicKey)
  /// secp256k1.
  case secp256k1(Secp256k1PublicKey)

  /// Reads the form in which keys travel: a protocol buffer of the kind and the key.
  ///
  /// - Throws: ``PeerKeyError``.
  public init(protobuf bytes: [UInt8]) throws(PeerKeyError) {
    let message = try PeerKeyMessage(bytes)
    switch message.kind {
    case .ed25519:
      guard let key = Bytes32(message.data) else { throw .invalidKey }
      self = .ed25519(Ed25519PublicKey(key))
    case .secp256k1:
      guard message.data.count == 33, let key = Secp256k1PublicKey(message.data) else { throw .invalidKey }
      self = .secp256k1(key)
    }
  }

  /// The form in which the key travels.
  public var protobuf: [UInt8] {
    switch self {
    case .ed25519(let key): PeerKeyMessage(.ed25519, key.bytes.bytes).bytes
    case .secp256k1(let key): PeerKeyMessage(.secp256k1, key.compressed).bytes
    }
  }

  /// Whether the peer signed a message.
  ///
  /// - Parameters:
  ///   - signature: 64 bytes for Ed25519, DER for secp256k1.
  ///   - message: What was signed.
  /// - Returns: Whether the signature is valid.
  public func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    switch self {
    case .ed25519(let key): key.verify(signature, of: message)
    case .secp256k1(let key): key.verify(derSignature: signature, of: SHA256.hash(message))
    }
  }
}
