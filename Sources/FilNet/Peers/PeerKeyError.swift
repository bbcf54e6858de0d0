/// Why bytes are no key of a peer.
public enum PeerKeyError: Error, Hashable, Sendable {
  /// The bytes are not the canonical protocol buffer of a key.
  case malformed
  /// A kind of key that this library does not have, as RSA, by its number.
  case unsupportedType(UInt64)
  /// The bytes inside are no key of their kind.
  case invalidKey
}
