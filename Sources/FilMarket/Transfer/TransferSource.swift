public import FilNet

/// A peer that has the data of a deal, with its addresses: what a URL `libp2p://<multiaddr>` names.
public struct TransferSource: Hashable, Sendable {
  private static let scheme = "libp2p://"

  /// The peer.
  public let peer: PeerID
  /// The way to it; `nil` if the peer is to be found by its name.
  public let address: Multiaddr?

  /// A peer and the way to it.
  ///
  /// - Parameters:
  ///   - peer: The peer.
  ///   - address: The way to it, without the peer itself.
  public init(peer: PeerID, address: Multiaddr? = nil) {
    self.peer = peer
    self.address = address
  }

  /// Reads a URL, as `libp2p:///ip4/192.0.2.1/tcp/4001/p2p/12D3KooW...`.
  ///
  /// - Throws: ``TransferError``: `unsupported` for another scheme, `invalidParameters`.
  public init(url: String) throws(TransferError) {
    guard url.hasPrefix(TransferSource.scheme) else {
      throw TransferError(.unsupported, "a URL that does not begin with \(TransferSource.scheme)")
    }
    let text = String(url.dropFirst(TransferSource.scheme.count))
    let whole: Multiaddr
    do {
      whole = try Multiaddr(text: text)
    } catch {
      throw TransferError(.invalidParameters, "the URL's address", cause: error)
    }
    guard let peer = whole.peer else { throw TransferError(.invalidParameters, "the URL names no peer at its end") }
    self.init(peer: peer, address: TransferSource.way(whole, to: peer))
  }

  /// The URL.
  public var url: String {
    "\(TransferSource.scheme)\(address.map { "\($0)" } ?? "")/p2p/\(peer)"
  }

  /// An address without its last step, which names a peer; none if nothing is left.
  private static func way(_ whole: Multiaddr, to peer: PeerID) -> Multiaddr? {
    let text = whole.components.dropLast().isEmpty ? "" : "\(whole)"
    let end = "/p2p/\(peer)"
    return text.hasSuffix(end) ? try? Multiaddr(text: String(text.dropLast(end.count))) : nil
  }
}
