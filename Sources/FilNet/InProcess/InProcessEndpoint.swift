internal import Synchronization

/// What others of the process see of a host: its handlers, and where they leave streams for it.
final class InProcessEndpoint: Sendable {
  let id: PeerID
  let limits: InProcessLimits
  let events = Broadcast<HostEvent>()
  let incoming: AsyncStream<InProcessStream>
  private let arrivals: AsyncStream<InProcessStream>.Continuation
  private let handlers = Mutex<[ProtocolID: StreamHandler]>([:])
  let gossip: GossipState

  init(id: PeerID, limits: InProcessLimits) {
    self.id = id
    self.limits = limits
    gossip = GossipState(capacity: limits.pendingMessages)
    (incoming, arrivals) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(max(1, limits.waitingStreams)))
  }

  func setHandler(for protocolID: ProtocolID, _ handler: StreamHandler?) {
    handlers.withLock { $0[protocolID] = handler }
  }

  func handler(for protocolID: ProtocolID) -> StreamHandler? {
    handlers.withLock { $0[protocolID] }
  }

  /// The first of some protocols that this host speaks.
  func firstSupported(of protocols: [ProtocolID]) -> ProtocolID? {
    handlers.withLock { handlers in protocols.first { handlers[$0] != nil } }
  }

  /// Leaves a stream for the host; whether it had room.
  func offer(_ stream: InProcessStream) -> Bool {
    if case .enqueued = arrivals.yield(stream) { true } else { false }
  }

  /// Answers on one stream.
  func serve(_ stream: InProcessStream) async {
    guard let handler = handler(for: stream.protocolID) else { return stream.reset() }
    do {
      try await stream.scoped(handler)
    } catch {
      events.send(
        .handlerFailed(peer: stream.remotePeer, protocol: stream.protocolID, reason: "\(error)"))
    }
  }

  /// Takes no more streams, and lets go of the handlers, which may hold the host.
  func close() {
    handlers.withLock { $0 = [:] }
    arrivals.finish()
    gossip.close()
    events.finish()
  }
}
