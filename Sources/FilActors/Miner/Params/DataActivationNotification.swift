public import FilCore

/// Someone who is to be told that a piece is in a proven sector.
public struct DataActivationNotification: Hashable, Sendable {
  /// Whom to tell.
  public var address: Address
  /// What to tell; for the market the deal's number in CBOR.
  public var payload: [UInt8]

  /// All fields.
  public init(address: Address, payload: [UInt8]) {
    self.address = address
    self.payload = payload
  }
}

extension DataActivationNotification: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(address, payload) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (address, payload) = try decoder.tuple(Address.self, [UInt8].self)
  }
}
