import FilCore

/// The tipsets of a chain, from its head back to the genesis or as far as the store has them.
struct ChainWalk<Store: Blockstore> {
  private let store: Store
  private var next: [CID]?
  private var last: ChainEpoch?
  /// The tipset that was read last.
  private(set) var oldest: Tipset?

  /// A walk from a head.
  init(from head: [CID], in store: Store) {
    self.store = store
    next = head
  }

  /// The next older tipset; `nil` at the end.
  mutating func older() throws -> Tipset? {
    guard let key = next else { return nil }
    guard let tipset = try Tipset(key, in: store) else {
      guard last != nil else { throw ToolError("the head \(TipsetKey(key)) is not in the snapshot") }
      return nil
    }
    let epoch = tipset.first.height
    if let last, epoch >= last { throw ToolError("the parents of epoch \(last) are of epoch \(epoch)") }
    last = epoch
    oldest = tipset
    next = epoch > 0 ? tipset.first.parents : nil
    return tipset
  }
}
