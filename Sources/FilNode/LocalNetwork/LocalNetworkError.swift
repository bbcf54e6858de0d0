/// Why a network in one process does not get on.
public enum LocalNetworkError: Error, Hashable, Sendable {
  /// What was waited for did not happen within so many epochs.
  case conditionNotMet(epochs: Int)
  /// There is no node.
  case noNode
}

extension LocalNetworkError: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .conditionNotMet(let epochs): "local network: what was waited for did not happen within \(epochs) epochs"
    case .noNode: "local network: there is no node"
    }
  }
}
