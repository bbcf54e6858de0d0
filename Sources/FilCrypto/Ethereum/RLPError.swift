/// Why bytes are no RLP.
public enum RLPError: Error, Hashable, Sendable {
  /// The bytes end within a value.
  case truncated
  /// A length or a single byte is not in its shortest form.
  case notShortest
  /// Bytes follow the value.
  case trailingBytes
  /// Lists nest deeper than ``RLP/maxDepth``.
  case nestedTooDeep
}
