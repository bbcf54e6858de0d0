/// Why the machine refused what an actor asked, with the machine's numbers.
public enum SyscallError: UInt32, Error, Hashable, Sendable {
  /// An argument makes no sense.
  case illegalArgument = 1
  /// The operation is not allowed here.
  case illegalOperation = 2
  /// A limit was reached, as the depth of calls.
  case limitExceeded = 3
  /// Something in the machine failed that must not fail.
  case assertionFailed = 4
  /// There is not enough money.
  case insufficientFunds = 5
  /// What was named does not exist.
  case notFound = 6
  /// A handle of a block is wrong.
  case invalidHandle = 7
  /// A CID is wrong.
  case illegalCID = 8
  /// A codec is not allowed.
  case illegalCodec = 9
  /// Bytes cannot be decoded.
  case serialization = 10
  /// The operation is forbidden.
  case forbidden = 11
  /// A buffer is too small.
  case bufferTooSmall = 12
  /// The call may not change anything.
  case readOnly = 13
}
