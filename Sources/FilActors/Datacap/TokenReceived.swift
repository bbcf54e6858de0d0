public import FilCore

/// What the receiver of tokens is told (FRC-0046).
public struct TokenReceived: Hashable, Sendable {
  /// Whose tokens they were; the token itself for new ones.
  public var from: ActorID
  /// The receiver.
  public var to: ActorID
  /// Who moved them.
  public var operatorID: ActorID
  /// How many, in units of 10^-18.
  public var amount: TokenAmount
  /// What the operator tells.
  public var operatorData: [UInt8]
  /// What the token tells.
  public var tokenData: [UInt8]

  /// All fields.
  public init(
    from: ActorID, to: ActorID, operatorID: ActorID, amount: TokenAmount, operatorData: [UInt8], tokenData: [UInt8]
  ) {
    self.from = from
    self.to = to
    self.operatorID = operatorID
    self.amount = amount
    self.operatorData = operatorData
    self.tokenData = tokenData
  }
}

extension TokenReceived: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(from, to, operatorID, amount, operatorData, tokenData)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (from, to, operatorID, amount, operatorData, tokenData) = try decoder.tuple(
      ActorID.self, ActorID.self, ActorID.self, TokenAmount.self, [UInt8].self, [UInt8].self)
  }
}

extension TokenReceived {
  /// The number of the kind of payload: the FRC-0042 number of `FRC46`.
  public static let type: UInt32 = 2_233_613_279
}
