/// A peer of a network: opens streams to others and answers on those that others open.
///
/// A program runs ``run()`` as a child task; when that is cancelled the host ends, and its connections with it.
public protocol Host: Sendable {
  /// The host's own name.
  var id: PeerID { get }
  /// The peers that it is connected to, in order.
  var peers: [PeerID] { get }

  /// Connects to a peer, if it is not connected yet.
  ///
  /// - Parameters:
  ///   - peer: Whom to connect to.
  ///   - addresses: Where the peer may be, if that is known.
  /// - Throws: ``HostError``.
  func connect(to peer: PeerID, at addresses: [Multiaddr]) async throws(HostError)

  /// Ends the connections to a peer and all their streams.
  func disconnect(from peer: PeerID)

  /// Opens a stream, connecting first if needed.
  ///
  /// - Parameters:
  ///   - peer: Who is at the other end.
  ///   - protocols: What this side can speak, best first.
  /// - Returns: A stream of the first protocol that the peer speaks too.
  /// - Throws: ``HostError``.
  func openStream(to peer: PeerID, protocols: [ProtocolID]) async throws(HostError) -> any NetworkStream

  /// Answers to a protocol, in place of any handler before; with none, the host does not speak it.
  func setHandler(for protocolID: ProtocolID, _ handler: StreamHandler?)

  /// What happens to the connections from now on; the oldest of more than `capacity` events are lost.
  func events(bufferingNewest capacity: Int) -> AsyncStream<HostEvent>

  /// Serves the streams of others until the task is cancelled; the host is closed then.
  func run() async
}

extension Host {
  /// Connects to a peer whose addresses the host knows.
  ///
  /// - Throws: ``HostError``.
  public func connect(to peer: PeerID) async throws(HostError) {
    try await connect(to: peer, at: [])
  }

  /// Opens a stream and uses it: it is closed when the closure returns, and reset when the closure throws.
  ///
  /// - Parameters:
  ///   - peer: Who is at the other end.
  ///   - protocols: What this side can speak, best first.
  ///   - body: Uses the stream.
  /// - Returns: What the closure returns.
  /// - Throws: ``HostError``, and what the closure throws.
  public func withStream<Value>(
    to peer: PeerID, protocols: [ProtocolID], _ body: (any NetworkStream) async throws -> Value
  ) async throws -> Value {
    try await openStream(to: peer, protocols: protocols).scoped(body)
  }
}
