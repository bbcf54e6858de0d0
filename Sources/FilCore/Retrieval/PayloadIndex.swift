/// Tells where the blocks of payloads are: payload CID to piece and offset.
///
/// It goes by the hash of a block alone, as indexers do: CIDs of either version and of any codec with the same multihash
/// name the same bytes. What an index says is a hint; who reads a block compares it with its CID.
public protocol PayloadIndex: Sendable {
  /// Where a block is.
  ///
  /// - Parameter cid: The block.
  /// - Returns: All places that are known, those to try first at the start; none for an unknown block.
  /// - Throws: `StoreError` if the index fails.
  func locations(of cid: CID) throws(StoreError) -> [PayloadLocation]
}
