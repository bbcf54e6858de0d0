/// Why a network in one process does not get on.
public enum LocalNetworkError: Error, Hashable, Sendable {
  /// What was waited for did not happen within so many epochs.
  case conditionNotMet(epochs: Int)
  /// There is no node.
  case noNode
}

extension LocalNetworkError: CustomStringConvertible {
  /// One line: what did not come about.
  public var description: String {
    switch self {
    case .conditionNotMet(let epochs):
      "local network: the condition does not hold after \(epochs) epochs; advance(within:until:) can wait for more"
    case .noNode: "local network: there is no node"
    }
  }
}
