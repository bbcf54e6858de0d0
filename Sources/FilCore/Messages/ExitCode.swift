/// How a message or a call of an actor ended.
///
/// 0 is success, 1 to 15 the machine's own codes, 16 and more the actors' (from 32 on each actor's own).
public struct ExitCode: RawRepresentable, Hashable, Sendable {
  /// The number.
  public let rawValue: UInt32

  /// The code with this number.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Success.
  public static let ok = ExitCode(rawValue: 0)
  /// The sender is no account, or does not exist.
  public static let senderInvalid = ExitCode(rawValue: 1)
  /// The sender's nonce or balance does not allow the message.
  public static let senderStateInvalid = ExitCode(rawValue: 2)
  /// An actor did what it must not do.
  public static let illegalInstruction = ExitCode(rawValue: 4)
  /// The receiver does not exist and cannot be created.
  public static let invalidReceiver = ExitCode(rawValue: 5)
  /// The sender has not enough money.
  public static let insufficientFunds = ExitCode(rawValue: 6)
  /// The gas limit was reached.
  public static let outOfGas = ExitCode(rawValue: 7)
  /// An actor ended with a code that it must not use.
  public static let illegalExitCode = ExitCode(rawValue: 9)
  /// Something in the machine failed that must not fail.
  public static let assertionFailed = ExitCode(rawValue: 10)
  /// A block of a call's parameters or result is missing.
  public static let missingReturn = ExitCode(rawValue: 11)
  /// A parameter is not allowed.
  public static let illegalArgument = ExitCode(rawValue: 16)
  /// Something that was asked for does not exist.
  public static let notFound = ExitCode(rawValue: 17)
  /// The caller may not do this.
  public static let forbidden = ExitCode(rawValue: 18)
  /// The actor has not enough money for this.
  public static let actorInsufficientFunds = ExitCode(rawValue: 19)
  /// The actor's state does not allow this.
  public static let illegalState = ExitCode(rawValue: 20)
  /// Parameters or state cannot be decoded or encoded.
  public static let serialization = ExitCode(rawValue: 21)
  /// The actor has no such method.
  public static let unhandledMessage = ExitCode(rawValue: 22)
  /// The actor failed for a reason without a code of its own.
  public static let unspecified = ExitCode(rawValue: 23)
  /// The actor did something that its own rules forbid.
  public static let actorAssertionFailed = ExitCode(rawValue: 24)
  /// The call may not change anything.
  public static let readOnly = ExitCode(rawValue: 25)
  /// The receiver of a call does not accept it.
  public static let notPayable = ExitCode(rawValue: 26)

  /// Whether this is success.
  public var isSuccess: Bool { self == .ok }
}

extension ExitCode: CustomStringConvertible {
  /// The number.
  public var description: String { String(rawValue) }
}

extension ExitCode: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { rawValue.encode(to: &encoder) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    self.init(rawValue: try UInt32(from: &decoder))
  }
}
