internal import CSodium
public import FilCore

/// A public key of Ed25519: who a libp2p peer is.
public struct Ed25519PublicKey: Hashable, Sendable {
  /// The encoded point.
  public let bytes: Bytes32

  /// The key with these bytes; whether they are a point shows when a signature is verified.
  public init(_ bytes: Bytes32) {
    self.bytes = bytes
  }

  /// Whether the owner of this key signed a message.
  ///
  /// - Parameters:
  ///   - signature: 64 bytes; anything else is no signature.
  ///   - message: What was signed.
  /// - Returns: Whether the signature is valid.
  public func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Int(crypto_sign_BYTES) else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes.bytes) == 0
  }
}

extension Ed25519PublicKey: CustomStringConvertible {
  /// The encoded point in hexadecimal.
  public var description: String { bytes.description }
}
