/// The kind of a DAG-CBOR item, as its first byte tells.
public enum CBORType: Hashable, Sendable {
  /// An integer of 0 or more.
  case unsigned
  /// An integer below 0.
  case negative
  /// A byte string.
  case bytes
  /// Text.
  case text
  /// An array.
  case array
  /// A map.
  case map
  /// A CID.
  case link
  /// A truth value.
  case bool
  /// Null.
  case null
  /// A float.
  case float
}
