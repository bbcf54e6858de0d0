extension CARIndex {
  /// The index as it stands in a file, its codec first, sorted as its kind says.
  ///
  /// Entries that tell no hash function cannot be sorted by it, and are left out of an index of that kind.
  public func encoded(as kind: Kind) -> [UInt8] {
    var bytes = Varint.encode(kind.rawValue)
    switch kind {
    case .sorted: CARIndex.append(entries, to: &bytes)
    case .multihashSorted:
      let known = entries.filter { $0.hash != nil }
      let byHash = Dictionary(grouping: known) { $0.hash?.rawValue ?? 0 }
      CARIndex.append(UInt64(byHash.count), 4, to: &bytes)
      for (hash, entries) in byHash.sorted(by: { $0.key < $1.key }) {
        CARIndex.append(hash, 8, to: &bytes)
        CARIndex.append(entries, to: &bytes)
      }
    }
    return bytes
  }

  /// Appends entries by the length of their digests, those of one length sorted.
  private static func append(_ entries: [Entry], to bytes: inout [UInt8]) {
    let byWidth = Dictionary(grouping: entries) { $0.digest.count + 8 }
    append(UInt64(byWidth.count), 4, to: &bytes)
    for (width, entries) in byWidth.sorted(by: { $0.key < $1.key }) {
      append(UInt64(width), 4, to: &bytes)
      append(UInt64(width * entries.count), 8, to: &bytes)
      for entry in entries.sorted(by: precedes) {
        bytes += entry.digest
        append(entry.offset, 8, to: &bytes)
      }
    }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    left.digest == right.digest
      ? left.offset < right.offset : left.digest.lexicographicallyPrecedes(right.digest)
  }

  /// Appends a little-endian integer.
  private static func append(_ value: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (UInt64(index) * 8))) }
  }
}
