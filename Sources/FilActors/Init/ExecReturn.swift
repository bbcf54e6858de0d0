public import FilCore

/// What the init actor's `Exec` returns.
public struct ExecReturn: Hashable, Sendable {
  /// The new actor's number as an address.
  public var idAddress: Address
  /// The new actor's address that stays the same if the chain is reorganised.
  public var robustAddress: Address

  /// The addresses of a new actor.
  public init(idAddress: Address, robustAddress: Address) {
    self.idAddress = idAddress
    self.robustAddress = robustAddress
  }
}

extension ExecReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(idAddress, robustAddress) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (idAddress, robustAddress) = try decoder.tuple(Address.self, Address.self)
  }
}
