public import FilCore

/// The call that is being executed.
public struct MessageContext: Hashable, Sendable {
  /// The actor that is called.
  public let receiver: ActorID
  /// The actor that calls.
  public let caller: ActorID
  /// The actor that sent the message from which the call comes.
  public let origin: ActorID
  /// The money that came with the call; it is part of the balance already.
  public let valueReceived: TokenAmount
  /// The message's gas premium in attoFIL.
  public let gasPremium: TokenAmount
  /// The message's nonce.
  public let nonce: UInt64

  /// A call.
  public init(
    receiver: ActorID, caller: ActorID, origin: ActorID, valueReceived: TokenAmount = .zero,
    gasPremium: TokenAmount = .zero, nonce: UInt64 = 0
  ) {
    self.receiver = receiver
    self.caller = caller
    self.origin = origin
    self.valueReceived = valueReceived
    self.gasPremium = gasPremium
    self.nonce = nonce
  }
}
