internal import FilActors
public import FilCore

/// What the state tree holds of an actor.
public struct ActorRecord: Hashable, Sendable {
  /// The actor's code.
  public var code: CID
  /// The root of its state.
  public var head: CID
  /// The number of its next message.
  public var nonce: UInt64
  /// Its money.
  public var balance: TokenAmount
  /// Its delegated address, if it has one.
  public var delegatedAddress: Address?

  /// A record; without a head the state is an empty array.
  public init(
    code: CID, head: CID? = nil, nonce: UInt64 = 0, balance: TokenAmount = .zero,
    delegatedAddress: Address? = nil
  ) {
    self.code = code
    self.head = head ?? .emptyArray
    self.nonce = nonce
    self.balance = balance
    self.delegatedAddress = delegatedAddress
  }
}

extension ActorRecord: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(code, head, nonce, balance, delegatedAddress) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (code, head, nonce, balance, delegatedAddress) = try decoder.tuple(
      CID.self, CID.self, UInt64.self, TokenAmount.self, Address?.self)
  }
}
