internal import FilChain
public import FilNet

/// Why the data of a deal could not be transferred.
///
/// Two errors are equal when their codes are.
public struct TransferError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The parameters of the transfer cannot be read.
    case invalidParameters
    /// A way of transfer that is not spoken here.
    case unsupported
    /// The client's server does not know the token.
    case unauthorized
    /// The server refuses for good, with another status.
    case refused
    /// The server's answer does not fit the request.
    case invalidResponse
    /// The server has more or fewer bytes than the deal says.
    case wrongSize
    /// The stream failed as often as is allowed, without a byte between.
    case attemptsExhausted
    /// The transfer took longer than is allowed.
    case timeout
    /// The bytes could not be kept.
    case sink
    /// The task was cancelled.
    case cancelled
  }

  /// The kind of the error.
  public let code: Code
  /// What was seen, for people.
  public let detail: String
  /// The status of the server's answer, where that is the reason.
  public let status: HTTPStatus?
  /// What went wrong below, if anything.
  public let cause: (any Error)?

  /// An error with what it is about.
  public init(_ code: Code, _ detail: String = "", status: HTTPStatus? = nil, cause: (any Error)? = nil) {
    self.code = code
    self.detail = String(peerText: detail)
    self.status = status
    self.cause = cause
  }
}

extension TransferError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: TransferError, right: TransferError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension TransferError: CustomStringConvertible {
  /// One line: the code, the status, the detail and the cause.
  public var description: String {
    let seen = (status.map { " (\($0))" } ?? "") + (detail.isEmpty ? "" : ": \(detail)")
    return "transfer: \(code)" + String(peerText: seen + (cause.map { " (\($0))" } ?? ""))
  }
}
