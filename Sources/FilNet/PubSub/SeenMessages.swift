internal import FilCore

/// The IDs of messages that came lately, so that each is handled once.
struct SeenMessages {
  /// How long an ID is remembered.
  static let lifetime = Duration.seconds(120)
  /// How many are remembered at most.
  static let limit = 1 << 16

  private var ids: Set<Bytes32> = []
  private var order: [(id: Bytes32, time: NetworkTime)] = []
  private var head = 0

  /// Remembers an ID; whether it is new.
  mutating func insert(_ id: Bytes32, at now: NetworkTime) -> Bool {
    forget(before: now)
    guard ids.insert(id).inserted else { return false }
    order.append((id, now))
    return true
  }

  private mutating func forget(before now: NetworkTime) {
    while head < order.count, order[head].time + SeenMessages.lifetime <= now || ids.count >= SeenMessages.limit {
      ids.remove(order[head].id)
      head += 1
    }
    if head > 1024, head > order.count / 2 {
      order.removeFirst(head)
      head = 0
    }
  }
}
