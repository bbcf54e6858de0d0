/// Why bytes or text are no address.
public enum AddressError: Error, Hashable, Sendable {
  /// The text does not start with `f` or `t`.
  case unknownNetwork
  /// A protocol other than 0 to 4.
  case unknownProtocol
  /// The payload is too short or too long for its protocol.
  case invalidLength
  /// The payload's digits, number or varint are wrong.
  case invalidPayload
  /// The checksum does not match.
  case invalidChecksum
}
