/// Bytes in both directions between two peers, each direction in order.
///
/// One task reads and one writes at a time. What is written waits in a buffer of a bounded size until the other side
/// reads it, and a writer waits for room.
public protocol NetworkStream: Sendable {
  /// What is spoken on the stream.
  var protocolID: ProtocolID { get }
  /// Who is at this end.
  var localPeer: PeerID { get }
  /// Who is at the other end.
  var remotePeer: PeerID { get }

  /// Reads what has come, waiting for at least one byte.
  ///
  /// - Parameter limit: The most bytes to return, at least 1.
  /// - Returns: Bytes; none when the other side has closed and all that it wrote was read.
  /// - Throws: ``StreamError``.
  func read(upTo limit: Int) async throws(StreamError) -> [UInt8]

  /// Writes all of the bytes, waiting for room where needed.
  ///
  /// - Throws: ``StreamError``; some of the bytes may have been written then.
  func write(_ bytes: [UInt8]) async throws(StreamError)

  /// Says that nothing more is written; the other side reads to the end, and can still write.
  func closeWrite()

  /// Closes what is written, and drops whatever the other side still writes.
  func close()

  /// Ends both directions at once; bytes on the way are lost.
  func reset()
}
