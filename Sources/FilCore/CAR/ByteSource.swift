/// Bytes that come in order: a file, a stream of the network, an array.
///
/// Readers ask for a few kilobytes to a megabyte at a time, so a source needs no buffer of its own.
public protocol ByteSource {
  /// The next bytes.
  ///
  /// - Parameter limit: The most bytes to give, at least 1.
  /// - Returns: One to `limit` bytes; none only at the end.
  /// - Throws: `StoreError` if the source fails.
  mutating func next(limit: Int) throws(StoreError) -> [UInt8]
}

/// The bytes of an array.
public struct ArraySource: ByteSource, Sendable {
  private var rest: ArraySlice<UInt8>

  /// A source of all of `bytes`.
  public init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// The next bytes of the array.
  public mutating func next(limit: Int) throws(StoreError) -> [UInt8] {
    let count = max(0, limit)
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
