internal import FilCore

/// Tasks that sleep, ordered by the time at which they wake and then by when they fell asleep.
struct SleepQueue {
  /// Resumed with whether the time came; it did not when the task was cancelled.
  typealias Sleeper = CheckedContinuation<Bool, Never>

  private struct Entry {
    let time: NetworkTime
    let id: UInt64

    static func < (left: Entry, right: Entry) -> Bool {
      left.time == right.time ? left.id < right.id : left.time < right.time
    }
  }

  /// A binary heap; entries whose sleeper is gone are skipped when they come up.
  private var heap: [Entry] = []
  private var sleepers: [UInt64: Sleeper] = [:]

  var count: Int { sleepers.count }

  mutating func insert(_ sleeper: Sleeper, id: UInt64, wakingAt time: NetworkTime) {
    sleepers[id] = sleeper
    heap.append(Entry(time: time, id: id))
    siftUp(heap.count - 1)
  }

  /// Takes a sleeper out before its time.
  mutating func remove(id: UInt64) -> Sleeper? {
    sleepers.removeValue(forKey: id)
  }

  /// When the next sleeper wakes.
  mutating func nextTime() -> NetworkTime? {
    while let first = heap.first {
      if sleepers[first.id] != nil { return first.time }
      removeTop()
    }
    return nil
  }

  /// Takes out the sleeper that wakes next.
  mutating func popFirst() -> Sleeper? {
    guard nextTime() != nil, let first = heap.first else { return nil }
    removeTop()
    return sleepers.removeValue(forKey: first.id)
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0, heap[index] < heap[(index - 1) / 2] {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func removeTop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var index = 0
    while let child = smallerChild(of: index), heap[child] < heap[index] {
      heap.swapAt(index, child)
      index = child
    }
  }

  private func smallerChild(of index: Int) -> Int? {
    let left = 2 * index + 1
    guard left < heap.count else { return nil }
    return left + 1 < heap.count && heap[left + 1] < heap[left] ? left + 1 : left
  }
}
