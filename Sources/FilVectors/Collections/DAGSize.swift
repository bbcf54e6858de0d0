internal import FilCore

/// How many distinct blocks a root reaches in a store, and how many bytes they have together.
struct DAGSize: Equatable, CustomStringConvertible {
  var blocks = 0
  var bytes = 0

  var description: String { "\(blocks) blocks, \(bytes) bytes" }

  init(blocks: Int, bytes: Int) {
    self.blocks = blocks
    self.bytes = bytes
  }

  /// Walks the DAG-CBOR blocks from `root`; links to blocks that are not in the store are values and left alone.
  init(of root: CID, in store: some Blockstore) throws {
    var pending = [root]
    var seen: Set<CID> = [root]
    while let cid = pending.popLast() {
      guard let block = try store.get(cid) else { continue }
      blocks += 1
      bytes += block.count
      var decoder = CBORDecoder(block)
      try decoder.skip { if seen.insert($0).inserted { pending.append($0) } }
    }
  }
}
