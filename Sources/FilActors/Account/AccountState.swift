public import FilCore

/// The state of an account.
public struct AccountState: Hashable, Sendable {
  /// The key that signs for the account.
  public var address: Address

  /// The state of the account of a key.
  public init(address: Address) {
    self.address = address
  }
}

extension AccountState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(address) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { address = try decoder.tuple(Address.self) }
}
