public import FilCore

/// What a miner's `ControlAddresses` returns; all are numbers.
public struct ControlAddressesReturn: Hashable, Sendable {
  /// Who owns the miner.
  public var owner: Address
  /// Who signs its blocks.
  public var worker: Address
  /// Who else may send its messages.
  public var controlAddresses: [Address]

  /// All fields.
  public init(owner: Address, worker: Address, controlAddresses: [Address]) {
    self.owner = owner
    self.worker = worker
    self.controlAddresses = controlAddresses
  }
}

extension ControlAddressesReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(owner, worker, controlAddresses) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (owner, worker, controlAddresses) = try decoder.tuple(Address.self, Address.self, [Address].self)
  }
}
