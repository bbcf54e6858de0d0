/// Walks a DAG from its roots, depth first: a block, then what its links lead to, in order; each block once.
///
/// DAG-CBOR and dag-pb blocks have links; blocks of other codecs have none. Commitments to sealed and unsealed data are
/// no blocks and are passed over.
public struct DAGWalk<Store: Blockstore> {
  private let store: Store
  private let follow: (CID) -> Bool
  private let allowsMissing: Bool
  private var pending: [CID]
  private var seen: Set<CID> = []

  /// A walk that is yet to begin.
  ///
  /// - Parameters:
  ///   - roots: Where it begins, in order.
  ///   - store: Where the blocks are.
  ///   - allowsMissing: Whether blocks that are not in the store are passed over; else they are an error.
  ///   - follow: Whether to visit a block and what is below it: the selection of a part of the DAG.
  public init(
    from roots: [CID], in store: Store, allowsMissing: Bool = false,
    following follow: @escaping (CID) -> Bool = { _ in true }
  ) {
    self.store = store
    self.follow = follow
    self.allowsMissing = allowsMissing
    pending = roots.reversed()
  }

  /// The next block; `nil` at the end.
  ///
  /// - Throws: `StoreError`: `notFound` for a missing block, `corrupt` for one whose links cannot be read.
  public mutating func next() throws(StoreError) -> Block? {
    while let cid = pending.popLast() {
      guard let block = try visit(cid) else { continue }
      pending += try block.links().reversed()
      return block
    }
    return nil
  }

  /// Has the walk go to more roots next, in order; to those where it was already it does not go again.
  public mutating func add(_ roots: [CID]) {
    pending += roots.reversed()
  }

  /// Visits a block out of turn and goes no further from it: its links are followed only where other blocks have them.
  ///
  /// - Returns: The block; `nil` if the walk was there already, or passes over it.
  /// - Throws: `StoreError`: `notFound` for a missing block.
  public mutating func visit(_ cid: CID) throws(StoreError) -> Block? {
    guard cid.isBlock, follow(cid), seen.insert(cid).inserted else { return nil }
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
