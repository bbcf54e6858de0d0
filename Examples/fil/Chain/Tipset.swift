import FilCore

/// A tipset as it is listed: its blocks, which agree about all but who made them.
struct Tipset {
  /// The blocks' CIDs and headers, in the order of the key.
  let blocks: [(cid: CID, header: BlockHeader)]
  /// The header that stands for what all agree about.
  let first: BlockHeader

  /// Reads a tipset; `nil` if its blocks are not in the store.
  ///
  /// - Throws: An error if a block is no header, or the blocks are not of one tipset.
  init?(_ key: [CID], in store: some Blockstore) throws {
    var blocks: [(cid: CID, header: BlockHeader)] = []
    for cid in key {
      guard let bytes = try store.get(cid) else { return nil }
      do {
        blocks.append((cid, try BlockHeader(cbor: bytes)))
      } catch {
        throw ToolError("\(cid) is no block header: \(error)")
      }
    }
    guard let first = blocks.first?.header else { throw ToolError("a tipset without blocks") }
    for (cid, header) in blocks
    where header.height != first.height || header.parents != first.parents
      || header.parentStateRoot != first.parentStateRoot
    {
      throw ToolError("\(cid) is of another tipset than \(key[0])")
    }
    self.blocks = blocks
    self.first = first
  }
}
