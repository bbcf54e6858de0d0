internal import FilCore
internal import Synchronization

/// The connection of two hosts of one process, and the streams on it.
final class InProcessConnection: Sendable {
  private struct State {
    var isOpen = true
    var streams: [InProcessStream] = []
  }

  let pair: PeerPair
  private let clock: any NodeClock
  private let random: any RandomSource
  private let link: @Sendable () -> LinkConditions
  private let state = Mutex(State())

  /// A connection.
  ///
  /// - Parameters:
  ///   - pair: The two hosts.
  ///   - environment: Tells the time; its randomness belongs to this connection.
  ///   - link: What the line is like at present.
  init(_ pair: PeerPair, _ environment: Environment, link: @escaping @Sendable () -> LinkConditions) {
    self.pair = pair
    self.link = link
    clock = environment.clock
    random = environment.random
  }

  /// How long some bytes are on the way from now on.
  func transit(of count: Int) -> Transit {
    let link = link()
    return Transit(transmission: link.transmission(of: count), latency: random.next(in: link.latency))
  }

  /// Opens a stream.
  ///
  /// - Throws: `HostError`: `unreachable` if the connection is lost, `busy` if it carries too many streams.
  func open(
    _ protocolID: ProtocolID, from local: PeerID, to remote: PeerID, _ limits: InProcessLimits
  ) throws(HostError) -> InProcessStream {
    let stream = InProcessStream(
      protocolID: protocolID, localPeer: local, remotePeer: remote, incoming: pipe(limits), outgoing: pipe(limits))
    try state.withLock { (state) throws(HostError) in
      guard state.isOpen else { throw HostError(.unreachable, remote, "the connection is lost") }
      state.streams.removeAll { $0.isOver }
      guard state.streams.count < limits.streamsPerConnection else {
        throw HostError(.busy, remote, "\(state.streams.count) streams are open")
      }
      state.streams.append(stream)
    }
    return stream
  }

  /// Ends the connection and all its streams.
  func close() {
    let streams = state.withLock { state in
      defer { state.streams = [] }
      state.isOpen = false
      return state.streams
    }
    for stream in streams { stream.reset() }
  }

  private func pipe(_ limits: InProcessLimits) -> BytePipe {
    BytePipe(capacity: limits.streamWindow, clock: clock) { [weak self] in self?.transit(of: $0) ?? Transit() }
  }
}
