import FilChain
import FilCore

/// The tipsets of a chain, from its head back to the genesis or as far as the store has them.
struct ChainWalk<Store: Blockstore> {
  private let chain: ChainStore<Store>
  private var next: TipsetKey?
  /// The tipset that was read last.
  private(set) var oldest: Tipset?

  /// A walk from a head.
  init(from head: [CID], in store: Store) {
    chain = ChainStore(blocks: store)
    next = TipsetKey(head)
  }

  /// The next older tipset; `nil` at the end.
  ///
  /// - Throws: An error if the head is missing, or blocks are no tipset or not in the order of their epochs.
  mutating func older() throws -> Tipset? {
    guard let key = next else { return nil }
    guard try key.cids.allSatisfy({ try chain.blocks.has($0) }) else {
      guard oldest != nil else { throw ToolError("the head \(key) is not in the snapshot") }
      return nil
    }
    let tipset = try chain.tipset(key)
    if let oldest, tipset.epoch >= oldest.epoch {
      throw ToolError("the parents of epoch \(oldest.epoch) are of epoch \(tipset.epoch)")
    }
    oldest = tipset
    next = tipset.epoch > 0 ? tipset.parents : nil
    return tipset
  }
}
