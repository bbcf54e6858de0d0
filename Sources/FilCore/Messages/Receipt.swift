/// What became of a message: its part of the chain's state (FIP-0049 added the events).
public struct Receipt: Hashable, Sendable {
  /// How the message ended.
  public let exitCode: ExitCode
  /// What the method returned, encoded as the method says.
  public let returnData: [UInt8]
  /// How much gas was used.
  public let gasUsed: Int64
  /// The root of the array of events; `nil` if there were none.
  public let eventsRoot: CID?

  /// A receipt.
  public init(exitCode: ExitCode, returnData: [UInt8], gasUsed: Int64, eventsRoot: CID?) {
    self.exitCode = exitCode
    self.returnData = returnData
    self.gasUsed = gasUsed
    self.eventsRoot = eventsRoot
  }
}

extension Receipt: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(exitCode, returnData, gasUsed, eventsRoot)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (exitCode, returnData, gasUsed, eventsRoot) = try decoder.tuple(
      ExitCode.self, [UInt8].self, Int64.self, CID?.self)
  }
}
