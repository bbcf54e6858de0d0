/// What happens to the connections of a host.
public enum HostEvent: Hashable, Sendable {
  /// The first connection to a peer stands.
  case connected(PeerID)
  /// The last connection to a peer is gone.
  case disconnected(PeerID)
  /// A handler threw, so its stream was reset.
  case handlerFailed(peer: PeerID, protocol: ProtocolID, reason: String)
}
