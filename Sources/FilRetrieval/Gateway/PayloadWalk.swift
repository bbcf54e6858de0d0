internal import FilCore

/// The order in which the blocks of a payload are given: depth first, each block once.
struct PayloadWalk {
  private let maxBlocks: Int
  private var pending: [CID] = []
  private var seen: Set<CID> = []

  /// A walk that has given the root.
  init(from root: Block, limit: Int) throws(GatewayError) {
    maxBlocks = limit
    seen = [root.cid]
    try follow(root)
  }

  /// The next block to give; `nil` at the end.
  mutating func next() throws(GatewayError) -> CID? {
    while let cid = pending.popLast() {
      guard seen.insert(cid).inserted else { continue }
      guard seen.count <= maxBlocks else { throw GatewayError(.limitExceeded, cid, "more than \(maxBlocks) blocks") }
      return cid
    }
    return nil
  }

  /// Goes on below a block that was given.
  mutating func follow(_ block: Block) throws(GatewayError) {
    pending += try block.blockLinks().filter { !seen.contains($0) }.reversed()
    guard pending.count <= 4 * maxBlocks else { throw GatewayError(.limitExceeded, block.cid, "too many links wait") }
  }
}
