/// Why bytes or text are no CID, or a block does not match one.
public enum CIDError: Error, Hashable, Sendable {
  /// The text is empty, or its base or digits are unknown.
  case invalidText
  /// A version other than 0 and 1.
  case unsupportedVersion(UInt64)
  /// A number in front of the digest is truncated, needlessly long or too large.
  case invalidVarint(VarintError)
  /// The digest is shorter or longer than its length says.
  case digestLength(expected: UInt64, actual: Int)
  /// The digest is longer than `CID.maxDigestBytes`.
  case digestTooLong(UInt64)
  /// The hash function is one that this library does not compute.
  case cannotHash(MultihashCode)
}
