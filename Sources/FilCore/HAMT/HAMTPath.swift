/// A key's digest as the slots that it takes from the root down.
struct HAMTPath {
  private let digest: Bytes32
  private let bitWidth: Int

  init(_ digest: Bytes32, bitWidth: Int) {
    self.digest = digest
    self.bitWidth = bitWidth
  }

  /// The slot at a level; `nil` when the digest has no bits left for it.
  func slot(at depth: Int) -> Int? {
    let start = depth * bitWidth
    guard start + bitWidth <= 256 else { return nil }
    let first = Int(digest[start >> 3]) << 8
    let pair = (start >> 3) < 31 ? first | Int(digest[start >> 3 + 1]) : first
    return pair >> (16 - start & 7 - bitWidth) & (1 << bitWidth - 1)
  }

  func requireSlot(at depth: Int) throws(CollectionError) -> Int {
    guard let slot = slot(at: depth) else {
      throw CollectionError(.maxDepth, "keys agree in all \(256 / bitWidth) slots of their digests")
    }
    return slot
  }
}
