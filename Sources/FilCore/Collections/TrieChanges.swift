/// The differences of two tries in the order of their slots, found as they are asked for.
///
/// Nodes that both tries share by their CIDs are not read.
struct TrieChanges<Comparison: TrieComparison>: Sendable {
  /// Two nodes at the same place, and the next slot to compare.
  private struct Level: Sendable {
    let older: Comparison.Node
    let newer: Comparison.Node
    let place: Comparison.Place
    var slot = 0
  }

  private let comparison: Comparison
  private var path: [Level]
  /// Changes that were found and not yet given; the next one last.
  private var found: [EntryChange<Comparison.Key, ByteView>] = []

  init(_ comparison: Comparison, from older: Comparison.Node, to newer: Comparison.Node, at place: Comparison.Place) {
    self.comparison = comparison
    path = [Level(older: older, newer: newer, place: place)]
  }

  /// The next difference; `nil` at the end.
  mutating func next() throws(CollectionError) -> EntryChange<Comparison.Key, ByteView>? {
    while found.isEmpty {
      guard let level = path.last else { return nil }
      guard let slot = nextSlot(of: level) else {
        path.removeLast()
        continue
      }
      let step = try comparison.compare(slot, level.older, level.newer, at: level.place)
      path[path.count - 1].slot = slot + 1
      switch step {
      case .changes(let changes): found = changes.reversed()
      case .nodes(let older, let newer, let place): path.append(Level(older: older, newer: newer, place: place))
      }
    }
    return found.removeLast()
  }

  /// The next slot that either node has taken.
  private func nextSlot(of level: Level) -> Int? {
    let older = comparison.slots(of: level.older).next(atLeast: level.slot)
    let newer = comparison.slots(of: level.newer).next(atLeast: level.slot)
    guard let older, let newer else { return older ?? newer }
    return min(older, newer)
  }
}
