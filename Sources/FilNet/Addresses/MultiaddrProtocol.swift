/// One step of a way to a peer: how to go on from where the steps before lead.
public enum MultiaddrProtocol: UInt64, Hashable, Sendable, CaseIterable {
  /// An IPv4 address.
  case ip4 = 4
  /// A TCP port.
  case tcp = 6
  /// A DCCP port.
  case dccp = 33
  /// An IPv6 address.
  case ip6 = 41
  /// The zone of the IPv6 address that follows.
  case ip6zone = 42
  /// The length of a network's prefix.
  case ipcidr = 43
  /// A name for an address of either kind.
  case dns = 53
  /// A name for an IPv4 address.
  case dns4 = 54
  /// A name for an IPv6 address.
  case dns6 = 55
  /// A name for whole multiaddrs.
  case dnsaddr = 56
  /// An SCTP port.
  case sctp = 132
  /// A UDP port.
  case udp = 273
  /// WebRTC without signalling, in its first form.
  case p2pWebRTCDirect = 276
  /// WebRTC without signalling.
  case webRTCDirect = 280
  /// WebRTC.
  case webRTC = 281
  /// By way of a relay.
  case p2pCircuit = 290
  /// UDT.
  case udt = 301
  /// uTP.
  case utp = 302
  /// A socket in the file system.
  case unix = 400
  /// A peer.
  case p2p = 421
  /// HTTP over TLS.
  case https = 443
  /// TLS.
  case tls = 448
  /// The server's name in TLS.
  case sni = 449
  /// Noise.
  case noise = 454
  /// QUIC as in its drafts.
  case quic = 460
  /// QUIC version 1.
  case quicV1 = 461
  /// WebTransport.
  case webTransport = 465
  /// The hash of a certificate.
  case certhash = 466
  /// A web socket.
  case ws = 477
  /// A web socket over TLS.
  case wss = 478
  /// HTTP.
  case http = 480
  /// A path on an HTTP server.
  case httpPath = 481
  /// A place in memory.
  case memory = 777

  /// The name in text.
  public var name: String {
    switch self {
    case .p2pWebRTCDirect: "p2p-webrtc-direct"
    case .webRTCDirect: "webrtc-direct"
    case .webRTC: "webrtc"
    case .p2pCircuit: "p2p-circuit"
    case .quicV1: "quic-v1"
    case .webTransport: "webtransport"
    case .httpPath: "http-path"
    default: "\(self)"
    }
  }

  /// The protocol of a name; `ipfs` is an old name of `p2p`.
  public init?(name: some StringProtocol) {
    guard let known = name == "ipfs" ? .p2p : Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = known
  }

  /// How many bytes a value takes.
  enum ValueSize {
    case none
    case fixed(Int)
    case prefixed
  }

  var valueSize: ValueSize {
    switch self {
    case .ip4: .fixed(4)
    case .ip6: .fixed(16)
    case .tcp, .udp, .dccp, .sctp: .fixed(2)
    case .ipcidr: .fixed(1)
    case .memory: .fixed(8)
    case .ip6zone, .dns, .dns4, .dns6, .dnsaddr, .unix, .p2p, .sni, .certhash, .httpPath: .prefixed
    default: .none
    }
  }
}
