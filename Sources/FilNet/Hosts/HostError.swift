/// Why a host could not reach a peer.
///
/// Two errors are equal when their codes are.
public struct HostError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// No peer of this name answers.
    case unreachable
    /// The peer speaks none of the protocols.
    case protocolNotSupported
    /// The peer, or this host, has as many streams as it takes.
    case busy
    /// This host has ended.
    case closed
    /// A host does not connect to itself.
    case isSelf
    /// The task was cancelled.
    case cancelled
  }

  /// The kind of the error.
  public let code: Code
  /// The peer that was to be reached.
  public let peer: PeerID
  /// What was seen, for people.
  public let detail: String

  /// An error with what it is about.
  public init(_ code: Code, _ peer: PeerID, _ detail: String = "") {
    self.code = code
    self.peer = peer
    self.detail = detail
  }
}

extension HostError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: HostError, right: HostError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension HostError: CustomStringConvertible {
  /// One line: the code, the peer and the detail.
  public var description: String { "host: \(code) (peer \(peer))" + (detail.isEmpty ? "" : ": \(detail)") }
}
