public import FilCore

/// Why a message is not sent, or not taken from others.
public enum SendError: Error, Hashable, Sendable {
  /// The chain or its state cannot be read.
  case chain(ChainError)
  /// The machine fails.
  case execution(ExecutionError)
  /// There is no account with the sender's key.
  case unknownSender(Address)
  /// The message would fail with this exit code.
  case wouldFail(ExitCode, String)
  /// The wallet does not sign it, or the signature does not hold.
  case signature(String)
  /// The message is longer than the network passes on.
  case tooLong(Int)
  /// The pool does not take it.
  case pool(MessagePoolError)
}

extension SendError: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .chain(let error): "message: \(error)"
    case .execution(let error): "message: \(error)"
    case .unknownSender(let address): "message: there is no account with the key \(address)"
    case .wouldFail(let code, let reason): "message: it would fail with exit code \(code): \(reason)"
    case .signature(let reason): "message: signature: \(reason)"
    case .tooLong(let bytes): "message: \(bytes) bytes are more than the network passes on"
    case .pool(let error): "message: \(error)"
    }
  }
}
