/// Restrictions of a call.
public struct SendFlags: OptionSet, Hashable, Sendable {
  /// The machine's bits.
  public let rawValue: UInt64

  /// The flags with these bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The callee may not change anything.
  public static let readOnly = SendFlags(rawValue: 1)
}
