internal import FilChain
public import FilCore

/// Why a payload could not be given or fetched.
///
/// Two errors are equal when their codes are.
public struct GatewayError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The provider does not have the block.
    case notFound
    /// The provider has the block in a piece that it cannot read.
    case pieceUnavailable
    /// The server refuses, with another status than of success.
    case refused
    /// The server's answer is no CAR, or one of something else.
    case invalidResponse
    /// Bytes do not hash to the CID that they came under.
    case altered
    /// A block's hash function is not computed here, or its bytes are none of its codec.
    case malformedBlock
    /// A block that no block before links to.
    case unasked
    /// The answer ended without a block that the payload has.
    case missing
    /// More blocks, or more bytes, than are allowed here.
    case limitExceeded
    /// The blocks' store, or the index of payloads, failed.
    case store
    /// The server cannot be reached, or the stream failed before the end.
    case connection
    /// Nothing came for too long.
    case stalled
    /// It came too slowly, or took too long in all.
    case tooSlow
    /// The task was cancelled.
    case cancelled
  }

  /// The kind of the error.
  public let code: Code
  /// The block, or the root of the payload.
  public let cid: CID
  /// What was seen, for people; of a peer's words only what can be printed, and not too much.
  public let detail: String
  /// What went wrong below, if anything.
  public let cause: (any Error)?

  /// An error with what it is about.
  public init(_ code: Code, _ cid: CID, _ detail: String = "", cause: (any Error)? = nil) {
    self.code = code
    self.cid = cid
    self.detail = String(peerText: detail)
    self.cause = cause
  }
}

extension GatewayError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: GatewayError, right: GatewayError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension GatewayError: CustomStringConvertible {
  /// One line: the code, the CID, the detail and the cause.
  public var description: String {
    let reason = cause.map { " (\(String(peerText: "\($0)")))" } ?? ""
    return "gateway: \(code) (\(cid))" + (detail.isEmpty ? "" : ": \(detail)") + reason
  }
}
