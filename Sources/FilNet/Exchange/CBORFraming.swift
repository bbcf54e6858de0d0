/// How a CBOR value stands on a stream.
public enum CBORFraming: Hashable, Sendable {
  /// The value alone, which says itself where it ends: hello, chain exchange, the markets.
  case bare
  /// Its length as a varint, then the value: graphsync.
  case lengthPrefixed
}
