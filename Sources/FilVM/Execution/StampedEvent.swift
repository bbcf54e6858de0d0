public import FilActors
public import FilCore

/// An event and who emitted it.
public struct StampedEvent: Hashable, Sendable {
  /// The actor that emitted it.
  public let emitter: ActorID
  /// The event.
  public let event: ActorEvent

  /// An event of an actor.
  public init(emitter: ActorID, event: ActorEvent) {
    self.emitter = emitter
    self.event = event
  }
}

extension StampedEvent: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(emitter, event.entries) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let entries: [ActorEvent.Entry]
    (emitter, entries) = try decoder.tuple(ActorID.self, [ActorEvent.Entry].self)
    event = ActorEvent(entries: entries)
  }
}
