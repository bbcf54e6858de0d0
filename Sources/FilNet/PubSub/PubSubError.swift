/// Why a message was not published.
public enum PubSubError: Error, Hashable, Sendable {
  /// It is longer than the network allows.
  case tooLarge(count: Int, limit: Int)
  /// It was published before.
  case duplicate
  /// The host's own check of the topic did not accept it.
  case notAccepted(PubSubVerdict)
  /// The host has ended.
  case closed
}
