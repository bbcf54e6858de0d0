/// Why a network in one process does not get on.
public enum LocalNetworkError: Error, Hashable, Sendable {
  /// What was waited for did not happen within so many epochs.
  case conditionNotMet(epochs: Int)
  /// There is no node.
  case noNode
  /// There is no storage miner: nobody makes blocks, and nobody pays out what accounts begin with.
  case noStorageMiner
  /// A number of the configuration is none that a network can have.
  case configuration(field: String, value: Int, allowed: ClosedRange<Int>)
  /// A number of epochs is none that can pass.
  case epochs(Int, allowed: ClosedRange<Int>)
}

extension LocalNetworkError: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .conditionNotMet(let epochs): "local network: what was waited for did not happen within \(epochs) epochs"
    case .noNode: "local network: there is no node"
    case .noStorageMiner: "local network: there is no storage miner to make blocks and pay accounts their money"
    case .configuration(let field, let value, let allowed):
      "local network: \(field) is \(value); from \(allowed.lowerBound) to \(allowed.upperBound) can be"
    case .epochs(let epochs, let allowed):
      "local network: \(epochs) epochs; from \(allowed.lowerBound) to \(allowed.upperBound) can pass"
    }
  }
}
