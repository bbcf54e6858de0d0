/// Why bytes are no RLE+ bit field, or a number cannot be in one.
public enum BitFieldError: Error, Hashable, Sendable {
  /// A version other than 0.
  case unsupportedVersion(Int)
  /// A trailing zero byte, a run in a longer form than it needs, or a run of zeros at the end.
  case notMinimal
  /// A length of a run that is no unsigned varint of 64 bits.
  case invalidLength
  /// The runs are longer than 2^64 - 1 together, or 2^64 - 1 itself is to be a member.
  case outOfRange
  /// The encoded form has more than `BitField.maxEncodedBytes` bytes.
  case tooLong(Int)
}
