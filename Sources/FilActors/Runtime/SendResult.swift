public import FilCore

/// What a call of another actor answered.
public struct SendResult: Hashable, Sendable {
  /// How the call ended.
  public let exitCode: ExitCode
  /// What it returned.
  public let returned: IPLDBlock?

  /// The end of a call.
  public init(exitCode: ExitCode, returned: IPLDBlock?) {
    self.exitCode = exitCode
    self.returned = returned
  }
}
