internal import FilCore

/// Which records of actors a message has paid for; what a failed call paid for is paid again.
struct AccessTracker {
  /// How a record was accessed.
  enum Access: Comparable {
    case none, read, updated
  }

  private var layers: [[ActorID: Access]] = [[:]]
  private let preloaded: Set<ActorID>

  /// Nothing paid for but what is never charged.
  init(preloaded: Set<ActorID>) { self.preloaded = preloaded }

  /// How a record was accessed so far.
  func access(to id: ActorID) -> Access {
    if preloaded.contains(id) { return .updated }
    return layers.map { $0[id] ?? .none }.max() ?? .none
  }

  /// Notes that a record was accessed.
  mutating func note(_ access: Access, to id: ActorID) {
    let top = layers.count - 1
    layers[top][id] = max(access, layers[top][id] ?? .none)
  }

  mutating func beginTransaction() { layers.append([:]) }

  mutating func endTransaction(keep: Bool) {
    guard layers.count > 1, let top = layers.popLast(), keep else { return }
    layers[layers.count - 1].merge(top) { max($0, $1) }
  }
}
