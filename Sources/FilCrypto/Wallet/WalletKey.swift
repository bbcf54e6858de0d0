public import FilCore

/// A private key of an account, of any kind.
public enum WalletKey: Hashable, Sendable {
  /// A secp256k1 account's.
  case secp256k1(Secp256k1PrivateKey)
  /// A BLS account's.
  case bls(BLSPrivateKey)
  /// An Ethereum account's.
  case delegated(Secp256k1PrivateKey)

  /// The key of a kind with these bytes, big-endian for secp256k1 and little-endian for BLS; `nil` if they are none.
  public init?(type: KeyType, privateKey: Bytes32) {
    switch type {
    case .secp256k1:
      guard let key = Secp256k1PrivateKey(privateKey) else { return nil }
      self = .secp256k1(key)
    case .bls:
      guard let key = BLSPrivateKey(privateKey) else { return nil }
      self = .bls(key)
    case .delegated:
      guard let key = Secp256k1PrivateKey(privateKey) else { return nil }
      self = .delegated(key)
    }
  }

  /// A key of a kind that a seed decides: for tests and networks of one's own.
  public init(type: KeyType, seed: Bytes32) {
    let secret = Array("fil-wallet-\(type.rawValue)".utf8) + seed.bytes
    switch type {
    case .secp256k1: self = .secp256k1(Secp256k1PrivateKey(derivedFrom: secret))
    case .delegated: self = .delegated(Secp256k1PrivateKey(derivedFrom: secret))
    case .bls:
      guard let key = BLSPrivateKey(derivedFrom: secret) else { preconditionFailure("more than 32 bytes") }
      self = .bls(key)
    }
  }

  /// The kind.
  public var type: KeyType {
    switch self {
    case .secp256k1: .secp256k1
    case .bls: .bls
    case .delegated: .delegated
    }
  }

  /// The secret bytes.
  public var privateKey: Bytes32 {
    switch self {
    case .secp256k1(let key), .delegated(let key): key.bytes
    case .bls(let key): key.bytes
    }
  }

  /// The public key: 65 bytes uncompressed for secp256k1, 48 for BLS.
  public var publicKey: [UInt8] {
    switch self {
    case .secp256k1(let key), .delegated(let key): key.publicKey.uncompressed
    case .bls(let key): key.publicKey.bytes
    }
  }
}

extension WalletKey: CustomStringConvertible {
  /// Says what this is without giving the secret away.
  public var description: String { "WalletKey(\(type.rawValue), ...)" }
}
