internal import FilCore

/// A host of an in-process network.
public struct InProcessHost: Host {
  let network: InProcessNetwork
  let endpoint: InProcessEndpoint

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var id: PeerID { endpoint.id }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var peers: [PeerID] { network.peers(of: id) }

  /// The host's gossip.
  public var pubSub: InProcessPubSub { InProcessPubSub(network: network, endpoint: endpoint) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func connect(to peer: PeerID, at addresses: [Multiaddr]) async throws(HostError) {
    _ = try await network.connect(endpoint, to: peer)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func disconnect(from peer: PeerID) {
    network.disconnect(id, peer)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func openStream(
    to peer: PeerID, protocols: [ProtocolID]
  ) async throws(HostError) -> any NetworkStream {
    let connection = try await network.connect(endpoint, to: peer)
    try await network.roundTrip(connection, to: peer)
    guard let remote = network.endpoint(peer) else { throw HostError(.unreachable, peer) }
    guard let chosen = remote.firstSupported(of: protocols) else {
      throw HostError(.protocolNotSupported, peer, protocols.map(\.name).joined(separator: ", "))
    }
    let stream = try connection.open(chosen, from: id, to: peer, endpoint.limits)
    guard remote.offer(stream.twin) else {
      stream.reset()
      throw HostError(.busy, peer, "too many streams wait")
    }
    return stream
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func setHandler(for protocolID: ProtocolID, _ handler: StreamHandler?) {
    endpoint.setHandler(for: protocolID, handler)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func events(bufferingNewest capacity: Int) -> AsyncStream<HostEvent> {
    endpoint.events.listen(bufferingNewest: capacity)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await pubSub.run() }
      for await stream in endpoint.incoming {
        group.addTask { await endpoint.serve(stream) }
      }
      close()
      group.cancelAll()
    }
  }

  /// Ends the host and its connections.
  public func close() {
    network.remove(endpoint)
  }
}
