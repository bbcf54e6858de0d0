public import FilCore

/// A private key of a BLS account: an integer from 1 to r - 1.
public struct BLSPrivateKey: Hashable, Sendable {
  /// The integer, **little-endian**, as wallets export it.
  public let bytes: Bytes32

  /// The key with these bytes; `nil` if they are zero or not below the group's order.
  public init?(_ bytes: Bytes32) {
    guard bytes != .zero, GroupOrder.contains(bytes) else { return nil }
    self.bytes = bytes
  }

  /// Derives a key from secret bytes: `KeyGen` of the IETF's BLS signature draft (versions 4 and 5).
  ///
  /// - Parameter secret: At least 32 bytes that nobody else knows; fewer give `nil`.
  public init?(derivedFrom secret: [UInt8]) {
    guard secret.count >= 32 else { return nil }
    var salt = Array("BLS-SIG-KEYGEN-SALT-".utf8)
    var key = Bytes32.zero
    while key == .zero {
      salt = SHA256.hash(salt).bytes
      key = GroupOrder.reduce(bigEndian: hkdfSHA256(salt: salt, secret: secret + [0], info: [0, 48], count: 48))
    }
    bytes = key
  }

  /// The public key.
  public var publicKey: BLSPublicKey {
    BLSPublicKey(G1Projective(.generator).multipliedInSubgroup(by: bytes).affine)
  }

  /// Signs a message.
  public func sign(_ message: [UInt8]) -> BLSSignature {
    BLSSignature(BLSSignature.point(for: message).multipliedInSubgroup(by: bytes).affine)
  }
}

extension BLSPrivateKey: CustomStringConvertible {
  /// Says what this is without giving the secret away.
  public var description: String { "BLSPrivateKey(...)" }
}
