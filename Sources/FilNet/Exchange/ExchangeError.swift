internal import FilCore

/// Why a question on a stream got no answer that can be used.
///
/// Two errors are equal when their codes are.
public struct ExchangeError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The peer was not reached.
    case unreachable
    /// The stream broke, or ended before a whole value.
    case broken
    /// A value is longer than it may be.
    case tooLarge
    /// The bytes are no value of the expected type.
    case malformed
    /// The peer took too long.
    case timeout
    /// The task was cancelled.
    case cancelled
  }

  /// The kind of the error.
  public let code: Code
  /// What went wrong below, if anything.
  public let cause: (any Error)?

  /// An error with what caused it.
  public init(_ code: Code, cause: (any Error)? = nil) {
    self.code = code
    self.cause = cause
  }

  /// What an error of the layers below means for an exchange.
  init(_ error: any Error) {
    switch error {
    case let error as ExchangeError: self = error
    case is CancellationError: self.init(.cancelled)
    case is TimeoutError: self.init(.timeout, cause: error)
    case is CBORError, is VarintError: self.init(.malformed, cause: error)
    case let error as HostError: self.init(error.code == .cancelled ? .cancelled : .unreachable, cause: error)
    case let error as StreamError where error.code == .cancelled: self.init(.cancelled)
    case let error as StreamError where error.code == .limitExceeded: self.init(.tooLarge, cause: error)
    default: self.init(.broken, cause: error)
    }
  }
}

extension ExchangeError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: ExchangeError, right: ExchangeError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension ExchangeError: CustomStringConvertible {
  /// One line: the code and the cause.
  public var description: String { "exchange: \(code)" + (cause.map { " (\($0))" } ?? "") }
}
