import FilCore

/// How many messages stand in the blocks of a tipset, one that stands in several as often as it does.
struct MessageCounts {
  /// Those with BLS signatures.
  private(set) var bls: UInt64 = 0
  /// Those with other signatures.
  private(set) var secp256k1: UInt64 = 0

  /// Counts the messages of blocks; `nil` if they are not in the store.
  init?(_ headers: [BlockHeader], in store: some Blockstore) throws {
    for header in headers {
      guard let bytes = try store.get(header.messages) else { return nil }
      let roots = try MessageRoots(cbor: bytes)
      guard try store.has(roots.bls), try store.has(roots.secp256k1) else { return nil }
      // The arrays of a block's messages have the first form to this day.
      bls += try AMT<CID, _>(root: roots.bls, store: store, form: .legacy).count
      secp256k1 += try AMT<CID, _>(root: roots.secp256k1, store: store, form: .legacy).count
    }
  }
}
