public import FilCore

/// The parameters of an account's `AuthenticateMessage`.
public struct AuthenticateMessageParams: Hashable, Sendable {
  /// The signature's bytes, without its kind.
  public var signature: [UInt8]
  /// What is signed.
  public var message: [UInt8]

  /// A signature and what it signs.
  public init(signature: [UInt8], message: [UInt8]) {
    self.signature = signature
    self.message = message
  }
}

extension AuthenticateMessageParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(signature, message) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (signature, message) = try decoder.tuple([UInt8].self, [UInt8].self)
  }
}
