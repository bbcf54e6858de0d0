/// Why bytes are no unsigned varint.
public enum VarintError: Error, Hashable, Sendable {
  /// The bytes end before the last group.
  case truncated
  /// The last group is zero, so a shorter form exists.
  case notMinimal
  /// The value does not fit 64 bits, or takes more bytes than allowed.
  case overflow
}
