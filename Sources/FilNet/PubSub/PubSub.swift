/// Gossip: telling all who listen to a topic, without knowing them.
///
/// It works while its host runs. A host hears of, and passes on, only the topics that it listens to.
public protocol PubSub: Sendable {
  /// Listens to a topic for as long as the sequence is used.
  ///
  /// - Parameters:
  ///   - topic: What to listen to.
  ///   - capacity: How many messages may wait; the oldest of more are lost.
  /// - Returns: The messages that were accepted, the host's own among them.
  func subscribe(to topic: Topic, bufferingNewest capacity: Int) -> AsyncStream<PubSubMessage>

  /// Has all messages of a topic checked before they are delivered and passed on, in place of any check before.
  func setValidator(for topic: Topic, _ validator: PubSubValidator?)

  /// Tells a message to all who listen to a topic.
  ///
  /// - Throws: ``PubSubError``.
  func publish(_ data: [UInt8], to topic: Topic) async throws(PubSubError)
}

/// Checks a message of a topic.
public typealias PubSubValidator = @Sendable (PubSubMessage) async -> PubSubVerdict
