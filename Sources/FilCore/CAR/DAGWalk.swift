/// Walks a DAG from its roots, depth first: a block, then what its links lead to, in order; each block once.
///
/// DAG-CBOR, DAG-JSON and dag-pb blocks have links; blocks of other codecs have none. Commitments to sealed and unsealed data are
/// no blocks and are passed over.
public struct DAGWalk<Store: Blockstore> {
  private let store: Store
  private let selects: (CID) -> Bool
  private let allowsMissing: Bool
  private let maxDepth: Int?
  private var pending: [(cid: CID, depth: Int)]
  /// The blocks that were visited, with the least depth at which their links were followed.
  private var seen: [CID: Int] = [:]

  /// A walk that is yet to begin.
  ///
  /// - Parameters:
  ///   - roots: Where it begins, in order.
  ///   - store: Where the blocks are.
  ///   - maxDepth: How many links it goes from the roots: 0 for the roots alone; `nil` for all of the DAG.
  ///   - allowsMissing: Whether blocks that are not in the store are passed over; else they are an error.
  ///   - follow: Whether to visit a block and what is below it: the selection of a part of the DAG.
  public init(
    from roots: [CID], in store: Store, maxDepth: Int? = nil, allowsMissing: Bool = false,
    following follow: @escaping (CID) -> Bool = { _ in true }
  ) {
    self.store = store
    selects = follow
    self.allowsMissing = allowsMissing
    self.maxDepth = maxDepth
    pending = roots.reversed().map { ($0, 0) }
  }

  /// The next block; `nil` at the end.
  ///
  /// - Throws: `StoreError`: `notFound` for a missing block, `corrupt` for one whose links cannot be read.
  public mutating func next() throws(StoreError) -> Block? {
    while let (cid, depth) = pending.popLast() {
      if let known = seen[cid] {
        // From here it goes further than it did before.
        if maxDepth != nil, depth < known, let bytes = try store.get(cid) {
          try follow(Block(cid: cid, bytes: bytes), depth)
        }
        continue
      }
      guard let block = try visit(cid) else { continue }
      try follow(block, depth)
      return block
    }
    return nil
  }

  /// Leaves the links of a block for later, unless they are too deep.
  private mutating func follow(_ block: Block, _ depth: Int) throws(StoreError) {
    seen[block.cid] = depth
    if let maxDepth, depth >= maxDepth { return }
    for link in try block.links().reversed() { pending.append((link, depth + 1)) }
  }

  /// Has the walk go to more roots next, in order; to those where it was already it does not go again.
  public mutating func add(_ roots: [CID]) {
    pending += roots.reversed().map { ($0, 0) }
  }

  /// Visits a block out of turn and goes no further from it: its links are followed only where other blocks have them.
  ///
  /// - Returns: The block; `nil` if the walk was there already, or passes over it.
  /// - Throws: `StoreError`: `notFound` for a missing block.
  public mutating func visit(_ cid: CID) throws(StoreError) -> Block? {
    guard cid.isBlock, seen[cid] == nil, selects(cid) else { return nil }
    seen[cid] = 0
    guard let bytes = try store.get(cid) else {
      if allowsMissing { return nil }
      throw StoreError(.notFound, "\(cid)")
    }
    return Block(cid: cid, bytes: bytes)
  }
}

extension CID {
  /// Whether blocks with such CIDs are stored; commitments only name data that is elsewhere.
  var isBlock: Bool { codec != .filCommitmentSealed && codec != .filCommitmentUnsealed }
}
