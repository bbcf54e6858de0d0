public import FilCore

/// The state of the datacap token.
public struct DatacapState: Hashable, Sendable {
  /// Who may make tokens, and to whom they may be moved.
  public var governor: Address
  /// The token's balances.
  public var token: TokenState

  /// A state without tokens; empty collections are put in the store.
  package init(governor: Address, store: some Blockstore) throws(ActorError) {
    self.governor = governor
    token = try TokenState(store: store)
  }
}

extension DatacapState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(governor, token) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (governor, token) = try decoder.tuple(Address.self, TokenState.self)
  }
}
