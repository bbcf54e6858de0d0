public import FilCore
internal import Synchronization

/// A network whose hosts live in one process, with faults on demand.
///
/// All time passes on the environment's clock and all chance comes from its randomness, so under a simulation the same
/// seed brings the same traffic.
public final class InProcessNetwork: Sendable {
  let environment: Environment
  private let state: Mutex<InProcessTopology>

  /// A network without hosts.
  ///
  /// - Parameters:
  ///   - environment: Time and randomness.
  ///   - link: What lines are like unless ``setLink(between:and:_:)`` says otherwise.
  public init(environment: Environment, link: LinkConditions = .instant) {
    self.environment = environment
    state = Mutex(InProcessTopology(defaultLink: link))
  }

  /// Adds a host, in place of any of the same name, which ends.
  ///
  /// - Parameters:
  ///   - id: Its name.
  ///   - limits: How much it takes on.
  /// - Returns: The host; it serves others while its `run()` runs.
  public func addHost(_ id: PeerID, limits: InProcessLimits = InProcessLimits()) -> InProcessHost {
    removeHost(id)
    let endpoint = InProcessEndpoint(id: id, limits: limits)
    state.withLock { $0.endpoints[id] = endpoint }
    return InProcessHost(network: self, endpoint: endpoint)
  }

  /// Takes a host and its connections away, as if its machine had lost power.
  public func removeHost(_ id: PeerID) {
    guard let endpoint = state.withLock({ $0.endpoints[id] }) else { return }
    remove(endpoint)
  }

  /// Says what the line between two hosts is like, from now on.
  public func setLink(between one: PeerID, and other: PeerID, _ link: LinkConditions) {
    state.withLock { $0.links[PeerPair(one, other)] = link }
  }

  /// Loses the connection of two hosts, if there is one; they can connect again.
  public func disconnect(_ one: PeerID, _ other: PeerID) {
    drop { _, pair in pair == PeerPair(one, other) }
  }

  /// Lets hosts reach only those in their own group, until ``heal()``; hosts in no group are a group together.
  public func partition(_ groups: [[PeerID]]) {
    state.withLock { $0.partition(groups) }
    drop { topology, pair in !topology.canReach(pair) }
  }

  /// Lets all hosts reach each other again; lost connections stay lost until somebody connects.
  public func heal() {
    state.withLock { $0.partition([]) }
  }

  // MARK: What hosts ask

  func remove(_ endpoint: InProcessEndpoint) {
    let wasPresent = state.withLock { state in
      guard state.endpoints[endpoint.id] === endpoint else { return false }
      state.endpoints[endpoint.id] = nil
      return true
    }
    guard wasPresent else { return }
    drop { _, pair in pair.other(than: endpoint.id) != nil }
    endpoint.close()
  }

  func endpoint(_ id: PeerID) -> InProcessEndpoint? {
    state.withLock { $0.endpoints[id] }
  }

  func peers(of id: PeerID) -> [PeerID] {
    state.withLock { state in state.connections.keys.compactMap { $0.other(than: id) }.sorted() }
  }

  func connection(_ one: PeerID, _ other: PeerID) -> InProcessConnection? {
    state.withLock { $0.connections[PeerPair(one, other)] }
  }

  /// The connection of two hosts, made if there is none, which takes a round trip.
  func connect(_ host: InProcessEndpoint, to peer: PeerID) async throws(HostError) -> InProcessConnection {
    guard host.id != peer else { throw HostError(.isSelf, peer) }
    let pair = PeerPair(host.id, peer)
    if let connection = try present(pair, from: host, to: peer) { return connection }
    let connection = makeConnection(pair)
    try await roundTrip(connection, to: peer)
    if let connection = try present(pair, from: host, to: peer) { return connection }
    state.withLock { $0.connections[pair] = connection }
    host.events.send(.connected(peer))
    endpoint(peer)?.events.send(.connected(host.id))
    return connection
  }

  /// Waits as long as a question and its answer take.
  func roundTrip(_ connection: InProcessConnection, to peer: PeerID) async throws(HostError) {
    let time = connection.transit(of: 0).latency + connection.transit(of: 0).latency
    do { try await environment.clock.sleep(for: time) } catch { throw HostError(.cancelled, peer) }
  }

  /// Checks that two hosts can reach each other, and gives their connection if they have one.
  private func present(
    _ pair: PeerPair, from host: InProcessEndpoint, to peer: PeerID
  ) throws(HostError) -> InProcessConnection? {
    try state.withLock { (state) throws(HostError) in
      guard state.endpoints[host.id] === host else { throw HostError(.closed, peer) }
      guard state.endpoints[peer] != nil else { throw HostError(.unreachable, peer, "no such host") }
      guard state.canReach(pair) else { throw HostError(.unreachable, peer, "the network is partitioned") }
      return state.connections[pair]
    }
  }

  /// A connection that nobody knows yet, with randomness of its own.
  private func makeConnection(_ pair: PeerPair) -> InProcessConnection {
    let number = state.withLock { $0.nextAttempt(pair) }
    let random = environment.random.fork("connection \(pair.low) \(pair.high) \(number)")
    let environment = Environment(clock: environment.clock, random: random, work: environment.work)
    return InProcessConnection(pair, environment) { [weak self] in self?.link(pair) ?? .instant }
  }

  private func link(_ pair: PeerPair) -> LinkConditions {
    state.withLock { $0.links[pair] ?? $0.defaultLink }
  }

  /// Ends the connections that a closure names, in the order of their peers.
  private func drop(_ isLost: (InProcessTopology, PeerPair) -> Bool) {
    let lost = state.withLock { state in
      let pairs = state.connections.keys.filter { isLost(state, $0) }.sorted()
      return pairs.compactMap { state.connections.removeValue(forKey: $0) }
    }
    for connection in lost {
      connection.close()
      let pair = connection.pair
      endpoint(pair.low)?.events.send(.disconnected(pair.high))
      endpoint(pair.high)?.events.send(.disconnected(pair.low))
    }
  }
}
