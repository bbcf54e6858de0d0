import FilCore
import FilStore

/// Checks the blocks of a snapshot: each hashes to its CID, and each of DAG-CBOR encodes to the same bytes again.
struct SnapshotCheck {
  /// What the genesis block of every Lotus network names as its parent: a note of the first day, its keys not in
  /// canonical order. It is no part of the state or the chain.
  static let preGenesis = "bafyreiaqpwbbyjo4a42saasj36kkrpv4tsherf2e7bvezkert2a7dhonoi"

  /// How many blocks there are.
  private(set) var blocks = 0
  /// How many of them are DAG-CBOR in canonical form.
  private(set) var canonical = 0
  /// How many need not be canonical: only the note.
  private(set) var exempt = 0

  /// Checks all blocks.
  init(_ store: SnapshotBlockstore, _ progress: Progress) throws {
    var reader = try store.reader()
    while let section = try reader.next() {
      try check(section.block)
      progress.update("\(blocks) blocks checked")
    }
    progress.end()
  }

  private mutating func check(_ block: Block) throws {
    blocks += 1
    guard block.cid.codec == .dagCBOR else { return }
    if block.cid.description == SnapshotCheck.preGenesis {
      exempt += 1
      return
    }
    guard try IPLDNode(cbor: block.bytes).cbor == block.bytes else {
      throw ToolError("block \(block.cid) encodes to other bytes")
    }
    canonical += 1
  }
}
