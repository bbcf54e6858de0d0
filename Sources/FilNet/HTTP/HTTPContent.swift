/// A resource that a server gives whole or in part.
public protocol HTTPContent: Sendable {
  /// How many bytes it has.
  var count: UInt64 { get }
  /// Its media type, as `application/vnd.ipld.car`.
  var mediaType: String { get }
  /// What tells its present state from others, with its quotes; `nil` if nothing does.
  var entityTag: String? { get }

  /// Writes a part of it.
  ///
  /// - Parameters:
  ///   - positions: Which bytes.
  ///   - writer: Takes the bytes; it waits where the client is slow.
  /// - Throws: What keeps the bytes from being read or written.
  func write(_ positions: Range<UInt64>, to writer: HTTPBodyWriter) async throws
}
