/// Why an HTTP message could not be read or written.
///
/// Two errors are equal when their codes are.
public struct HTTPError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The other side sent what is no HTTP/1.1.
    case malformed
    /// The other side sent more than is allowed here: a line, headers or a body.
    case limitExceeded
    /// The other side uses a version or a transfer coding that is not spoken here.
    case unsupported
    /// The stream ended inside a message.
    case truncated
    /// The other side closed without an answer.
    case closed
    /// A message of ours cannot be written: a target, a header's name or its value has forbidden characters.
    case invalidMessage
    /// A body of ours has more or fewer bytes than was said.
    case wrongLength
    /// The stream failed.
    case stream
    /// The task was cancelled.
    case cancelled
  }

  /// The kind of the error.
  public let code: Code
  /// What was seen, for people.
  public let detail: String
  /// What went wrong below, if anything.
  public let cause: (any Error)?

  /// An error with what it is about.
  public init(_ code: Code, _ detail: String = "", cause: (any Error)? = nil) {
    self.code = code
    self.detail = detail
    self.cause = cause
  }

  /// What an error of the stream means for a message.
  init(_ error: StreamError) {
    switch error.code {
    case .limitExceeded: self.init(.limitExceeded, error.detail, cause: error)
    case .unexpectedEnd: self.init(.truncated, error.detail, cause: error)
    case .cancelled: self.init(.cancelled)
    case .reset, .closed, .concurrentUse: self.init(.stream, cause: error)
    }
  }
}

extension HTTPError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: HTTPError, right: HTTPError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension HTTPError: CustomStringConvertible {
  /// One line: the code, the detail and the cause.
  public var description: String {
    "HTTP: \(code)" + (detail.isEmpty ? "" : ": \(detail)") + (cause.map { " (\($0))" } ?? "")
  }
}
