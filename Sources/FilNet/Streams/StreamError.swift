/// Why bytes could not be read from a stream or written to it.
///
/// Two errors are equal when their codes are.
public struct StreamError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// Either side has reset the stream, or the connection is lost.
    case reset
    /// This side has closed what it wants to write to.
    case closed
    /// The other side closed in the middle of what was to be read.
    case unexpectedEnd
    /// The other side sends more than is allowed here.
    case limitExceeded
    /// Two tasks read from the stream at once, or two write to it.
    case concurrentUse
    /// The task was cancelled.
    case cancelled
  }

  /// The kind of the error.
  public let code: Code
  /// What was seen, for people.
  public let detail: String

  /// An error with what it is about.
  public init(_ code: Code, _ detail: String = "") {
    self.code = code
    self.detail = detail
  }
}

extension StreamError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: StreamError, right: StreamError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension StreamError: CustomStringConvertible {
  /// One line: the code and the detail.
  public var description: String { "stream: \(code)" + (detail.isEmpty ? "" : ": \(detail)") }
}
