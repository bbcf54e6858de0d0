internal import FilCore

extension Block {
  /// Requires that the bytes, which a store has under the CID, hash to it.
  func verifyStored() throws(StoreError) {
    do {
      if try cid.matches(bytes) { return }
    } catch {
      throw StoreError(.corrupt, "\(cid): \(error)")
    }
    throw StoreError(.corrupt, "\(cid): the bytes have another hash")
  }
}
