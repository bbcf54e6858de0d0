/// Why bytes cannot be extracted from a padded stream.
public enum Fr32Error: Error, Hashable, Sendable {
  /// The stream ends before the range.
  case outOfRange(Range<Int>, available: Int)
}
