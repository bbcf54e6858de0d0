/// Why a network in one process does not get on.
public enum LocalNetworkError: Error, Hashable, Sendable {
  /// What was waited for did not happen within so many epochs.
  case conditionNotMet(epochs: Int)
  /// There is no node.
  case noNode
}
