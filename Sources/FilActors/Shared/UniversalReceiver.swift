internal import FilCore

/// The method by which actors are told that they were given something (FRC-0046).
enum UniversalReceiver {
  /// The FRC-0042 number of `Receive`.
  static let receive: MethodNumber = 3_726_118_371
}
