public import FilCore

/// The parameters of `Receive`, by which actors are told that they were given something (FRC-0046).
public struct UniversalReceiverParams: Hashable, Sendable {
  /// What it is: `TokenReceived.type` for tokens.
  public var type: UInt32
  /// What is told, in CBOR.
  public var payload: [UInt8]

  /// All fields.
  public init(type: UInt32, payload: [UInt8]) {
    self.type = type
    self.payload = payload
  }
}

extension UniversalReceiverParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(type, payload) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (type, payload) = try decoder.tuple(UInt32.self, [UInt8].self)
  }
}
