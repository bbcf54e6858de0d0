internal import FilNet

/// Why an attempt at a transfer brought less than was asked for, apart from a broken stream.
enum TransferAttemptFailure: Error, Hashable {
  /// The server is in trouble, or asks for patience.
  case status(HTTPStatus)
  /// The body ended before its time.
  case endedEarly(missing: UInt64)
}
