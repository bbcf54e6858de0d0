/// Why text or bytes are no multiaddr.
public enum MultiaddrError: Error, Hashable, Sendable {
  /// Nothing is there.
  case empty
  /// The text does not begin with a slash.
  case missingSlash
  /// A protocol's name that this library does not know.
  case unknownName(String)
  /// A protocol's number that this library does not know.
  case unknownCode(UInt64)
  /// The text or the bytes end where a value must follow.
  case truncated
  /// A number or a length is malformed.
  case malformed
  /// A value that its protocol does not allow.
  case invalidValue(MultiaddrProtocol)
  /// More bytes than an address may have.
  case tooLong
}
