public import FilCore

/// A message to send: what its sender decides; nonce and gas are filled in.
public struct MessageRequest: Hashable, Sendable {
  /// Whom it goes to.
  public var to: Address
  /// Who sends it: a key in the wallet.
  public var from: Address
  /// The money that goes with it.
  public var value: TokenAmount
  /// The method.
  public var method: MethodNumber
  /// The parameters.
  public var params: [UInt8]

  /// A message to send.
  public init(
    to: Address, from: Address, value: TokenAmount = .zero, method: MethodNumber = 0, params: [UInt8] = []
  ) {
    self.to = to
    self.from = from
    self.value = value
    self.method = method
    self.params = params
  }
}
