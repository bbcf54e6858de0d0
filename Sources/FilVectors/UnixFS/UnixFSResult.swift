internal import FilCore

/// What an import has made.
struct UnixFSResult {
  private let root: CID
  private var blocks = 0
  private var rawBlocks = 0
  private var blockBytes = 0
  private var depth = 0
  private let car: [UInt8]

  init(of root: CID, in store: MemoryBlockstore) throws {
    self.root = root
    var writer = try CARWriter(roots: [root], to: ArraySink())
    try writer.write(DAGWalk(from: [root], in: store))
    car = writer.sink.bytes
    var walk = DAGWalk(from: [root], in: store)
    while let block = try walk.next() {
      guard block.cid.hash != .identity else { continue }
      blocks += 1
      blockBytes += block.bytes.count
      if block.cid.codec == .raw { rawBlocks += 1 }
    }
    var known: [CID: Int] = [:]
    depth = try UnixFSResult.depth(root, store, &known)
  }

  /// The greatest number of links from a block to one below.
  private static func depth(_ cid: CID, _ store: MemoryBlockstore, _ known: inout [CID: Int]) throws -> Int {
    if let depth = known[cid] { return depth }
    var depth = 0
    for link in try Block(cid: cid, bytes: try store.require(cid)).links() {
      depth = max(depth, try self.depth(link, store, &known) + 1)
    }
    known[cid] = depth
    return depth
  }

  func check(_ vector: JSONValue) throws {
    let expected = try vector.require("result")
    try expect(root, equals: try expected.requireCID("root"), "root")
    try expect(blocks, equals: try expected.requireInteger("blocks"), "blocks")
    try expect(rawBlocks, equals: try expected.requireInteger("rawBlocks"), "raw blocks")
    try expect(blockBytes, equals: try expected.requireInteger("blockBytes"), "bytes of the blocks")
    try expect(depth, equals: try expected.requireInteger("depth"), "depth")
    try expect(car.count, equals: try expected.requireInteger("carBytes"), "bytes of the CAR")
    try expect(SHA256.hash(car).description, equals: try expected.requireString("carSha256"), "hash of the CAR")
  }
}
