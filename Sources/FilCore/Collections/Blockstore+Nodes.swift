extension Blockstore {
  /// The bytes of a block of a collection, which must be here.
  func nodeBytes(_ cid: CID) throws(CollectionError) -> [UInt8] {
    let bytes: [UInt8]?
    do {
      bytes = try get(cid)
    } catch {
      throw CollectionError(.store, "\(cid)", cause: error)
    }
    guard let bytes else { throw CollectionError(.missingBlock, "\(cid)") }
    return bytes
  }

  /// Stores the changed nodes of a collection in one batch.
  func putNodes(_ blocks: [Block]) throws(CollectionError) {
    do {
      try put(blocks)
    } catch {
      throw CollectionError(.store, "writing \(blocks.count) nodes", cause: error)
    }
  }
}
