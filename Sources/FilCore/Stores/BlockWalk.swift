/// Walks blocks from roots along their links.
enum BlockWalk {
  /// The blocks of `table` that `roots` reach without leaving it, children before parents.
  static func reachable(from roots: [CID], in table: [CID: [UInt8]]) throws(StoreError) -> [Block] {
    var ordered: [Block] = []
    var seen: Set<CID> = []
    var pending: [(cid: CID, expanded: Bool)] = roots.reversed().map { ($0, false) }
    while let (cid, expanded) = pending.popLast() {
      guard let bytes = table[cid] else { continue }
      if expanded {
        ordered.append(Block(cid: cid, bytes: bytes))
      } else if seen.insert(cid).inserted {
        pending.append((cid, true))
        for link in try Block(cid: cid, bytes: bytes).links().reversed() { pending.append((link, false)) }
      }
    }
    return ordered
  }
}
