/// What becomes of a message that was checked.
public enum PubSubVerdict: Hashable, Sendable {
  /// It is delivered and passed on.
  case accept
  /// It is dropped, and nobody is to blame.
  case ignore
  /// It is dropped, and the peer that passed it on is to blame.
  case reject
}
