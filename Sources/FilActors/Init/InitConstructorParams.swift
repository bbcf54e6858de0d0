public import FilCore

/// The parameters of the init actor's constructor.
public struct InitConstructorParams: Hashable, Sendable {
  /// The network's name.
  public var networkName: String

  /// A network's name.
  public init(networkName: String) {
    self.networkName = networkName
  }
}

extension InitConstructorParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(networkName) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { networkName = try decoder.tuple(String.self) }
}
