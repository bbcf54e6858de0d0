internal import FilChain
internal import FilCore
internal import FilNet

extension CompactedMessages {
  /// The messages of a tipset's blocks, in the order of the blocks.
  init(_ blocks: [BlockMessages]) {
    var bls = Positions<Message>()
    var secp256k1 = Positions<SignedMessage>()
    let blsIndices = blocks.map { $0.bls.map { bls.position(of: $0) } }
    let secp256k1Indices = blocks.map { $0.secp256k1.map { secp256k1.position(of: $0) } }
    self.init(
      bls: bls.all, blsIndices: blsIndices, secp256k1: secp256k1.all, secp256k1Indices: secp256k1Indices)
  }

  /// The messages of each block; `nil` if a position does not exist.
  func expanded() -> [BlockMessages]? {
    guard blsIndices.count == secp256k1Indices.count else { return nil }
    var blocks: [BlockMessages] = []
    for (blsPart, secpPart) in zip(blsIndices, secp256k1Indices) {
      guard let bls = Self.pick(blsPart, of: bls), let secp = Self.pick(secpPart, of: secp256k1) else { return nil }
      blocks.append(BlockMessages(bls: bls, secp256k1: secp))
    }
    return blocks
  }

  private static func pick<Item>(_ positions: [UInt64], of items: [Item]) -> [Item]? {
    guard positions.allSatisfy({ $0 < UInt64(items.count) }) else { return nil }
    return positions.map { items[Int($0)] }
  }

  /// Items, each once, in the order in which they first came.
  private struct Positions<Item: Hashable> {
    private(set) var all: [Item] = []
    private var positions: [Item: UInt64] = [:]

    mutating func position(of item: Item) -> UInt64 {
      if let known = positions[item] { return known }
      let position = UInt64(all.count)
      positions[item] = position
      all.append(item)
      return position
    }
  }
}
