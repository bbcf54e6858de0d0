/// Work that runs on other threads, in the order in which it was registered.
struct WorkQueue {
  private struct Entry {
    let id: UInt64
    var delivery: (@Sendable () -> Void)?
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  mutating func register(id: UInt64) {
    entries.append(Entry(id: id))
  }

  /// Notes that work is done, and how its result is delivered when its turn comes.
  mutating func finish(id: UInt64, delivery: @escaping @Sendable () -> Void) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[index].delivery = delivery
  }

  /// Takes out the oldest work if it is done.
  mutating func popFinished() -> (@Sendable () -> Void)? {
    guard let delivery = entries.first?.delivery else { return nil }
    entries.removeFirst()
    return delivery
  }
}
