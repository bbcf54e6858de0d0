internal import FilCore

/// The tipsets that were read last, so that looking back along the chain does not decode its headers again.
struct TipsetCache {
  private let limit: Int
  private var recent: [TipsetKey: Tipset] = [:]
  private var older: [TipsetKey: Tipset] = [:]

  /// A cache that keeps between `limit` and twice as many tipsets.
  init(limit: Int) {
    self.limit = limit
  }

  subscript(key: TipsetKey) -> Tipset? { recent[key] ?? older[key] }

  mutating func insert(_ tipset: Tipset) {
    if recent.count >= limit {
      older = recent
      recent = [:]
    }
    recent[tipset.key] = tipset
  }
}
