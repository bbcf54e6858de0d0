public import FilCore

/// The state of the cron actor, and the parameters of its constructor.
public struct CronState: Hashable, Sendable {
  /// A method that is called at the end of each epoch.
  public struct Entry: Hashable, Sendable {
    /// The actor.
    public var receiver: Address
    /// The method, which takes no parameters.
    public var method: MethodNumber

    /// A method of an actor.
    public init(receiver: Address, method: MethodNumber) {
      self.receiver = receiver
      self.method = method
    }
  }

  /// What is called, in order.
  public var entries: [Entry]

  /// A state with its entries.
  public init(entries: [Entry]) {
    self.entries = entries
  }
}

extension CronState.Entry: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(receiver, method) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (receiver, method) = try decoder.tuple(Address.self, MethodNumber.self)
  }
}

extension CronState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(entries) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { entries = try decoder.tuple([Entry].self) }
}
