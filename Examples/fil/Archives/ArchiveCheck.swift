import FilCore

/// Checks the blocks of an archive: each hashes to its CID, and each of DAG-CBOR encodes to the same bytes again.
struct ArchiveCheck {
  /// What the genesis block of every Lotus network names as its parent: a note of the first day, its keys not in
  /// canonical order. It is no part of the state or the chain.
  static let preGenesis = "bafyreiaqpwbbyjo4a42saasj36kkrpv4tsherf2e7bvezkert2a7dhonoi"

  /// How many blocks there are.
  private(set) var blocks = 0
  /// How many bytes they have.
  private(set) var bytes = 0
  /// How many of them are DAG-CBOR in canonical form.
  private(set) var canonical = 0
  /// How many need not be canonical: only the note.
  private(set) var exempt = 0
  /// The roots that have not come yet, or never will.
  private(set) var missingRoots: Set<CID>

  /// A check that has seen no blocks.
  init(roots: [CID]) {
    missingRoots = Set(roots.filter { $0.hash != .identity })
  }

  /// Checks the block of a section, which the reader has compared with its CID.
  ///
  /// - Throws: `ToolError` that names the block and where its section begins.
  mutating func check(_ section: CARSection) throws {
    let block = section.block
    blocks += 1
    bytes += block.bytes.count
    missingRoots.remove(block.cid)
    guard block.cid.codec == .dagCBOR else { return }
    do {
      if try IPLDNode(cbor: block.bytes).cbor == block.bytes {
        canonical += 1
        return
      }
    } catch {
      if isExempt(block.cid) { return }
      throw ToolError("block \(block.cid) at byte \(section.offset) is no DAG-CBOR: \(error)")
    }
    if isExempt(block.cid) { return }
    throw ToolError("block \(block.cid) at byte \(section.offset) encodes to other bytes")
  }

  private mutating func isExempt(_ cid: CID) -> Bool {
    guard cid.description == ArchiveCheck.preGenesis else { return false }
    exempt += 1
    return true
  }
}
