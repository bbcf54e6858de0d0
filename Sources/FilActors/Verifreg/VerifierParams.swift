public import FilCore

/// The parameters of the registry's `AddVerifier` and `AddVerifiedClient`.
public struct VerifierParams: Hashable, Sendable {
  /// The verifier or the client.
  public var address: Address
  /// How many bytes it may give or use.
  public var allowance: BigInt

  /// All fields.
  public init(address: Address, allowance: BigInt) {
    self.address = address
    self.allowance = allowance
  }
}

extension VerifierParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(address, allowance) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (address, allowance) = try decoder.tuple(Address.self, BigInt.self)
  }
}
