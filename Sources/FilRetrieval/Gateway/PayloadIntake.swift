internal import FilCore

/// Takes the blocks of a payload as they come, and nothing else.
struct PayloadIntake {
  private let limits: GatewayLimits
  private var wanted: Set<CID> = []
  private var taken: Set<CID> = []
  private var spareCount = 0
  /// How many bytes of blocks have come.
  private(set) var byteCount: UInt64 = 0

  /// How many blocks were taken.
  var blockCount: Int { taken.count }

  /// An intake that wants a root.
  init(root: CID, limits: GatewayLimits) throws(GatewayError) {
    self.limits = limits
    if root.hash == .identity {
      wanted = Set(try Block(cid: root, bytes: root.digest).blockLinks())
    } else {
      wanted = [root]
    }
  }

  /// Checks a block and wants those that it links to; whether it is new.
  mutating func take(_ block: Block) throws(GatewayError) -> Bool {
    byteCount += UInt64(block.bytes.count)
    guard byteCount <= limits.payloadBytes, UInt64(block.bytes.count) <= limits.blockBytes else {
      throw GatewayError(.limitExceeded, block.cid, "\(byteCount) bytes, of which \(block.bytes.count) in this block")
    }
    if block.cid.hash == .identity || taken.contains(block.cid) {
      spareCount += 1
      guard spareCount <= limits.spareBlocks else {
        throw GatewayError(.limitExceeded, block.cid, "more than \(limits.spareBlocks) blocks that bring nothing new")
      }
      try block.verify()
      return false
    }
    guard wanted.contains(block.cid) else { throw GatewayError(.unasked, block.cid) }
    try block.verify()
    wanted.remove(block.cid)
    taken.insert(block.cid)
    for link in try block.blockLinks() where !taken.contains(link) { wanted.insert(link) }
    guard taken.count + wanted.count <= limits.blocks else {
      throw GatewayError(.limitExceeded, block.cid, "more than \(limits.blocks) blocks")
    }
    return true
  }

  /// Requires that nothing is missing.
  func finish() throws(GatewayError) {
    guard let first = wanted.min(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) else { return }
    throw GatewayError(.missing, first, "and \(wanted.count - 1) more")
  }
}
