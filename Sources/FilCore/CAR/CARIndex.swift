/// The index of a CAR: where the sections of blocks begin, by the digests of their CIDs.
///
/// Both kinds are read: sorted by digest, and sorted by hash function and digest. An index is a hint that anyone may have
/// written; a block that it leads to is to be verified.
public struct CARIndex: Hashable, Sendable {
  /// One block.
  public struct Entry: Hashable, Sendable {
    /// The hash function, where the index tells it.
    public let hash: MultihashCode?
    /// The digest.
    public let digest: [UInt8]
    /// Where the section begins, in bytes from the start of the CAR of version 1.
    public let offset: UInt64
  }

  /// The entries in the order of the index.
  public private(set) var entries: [Entry] = []

  /// Sorted by digest.
  private static let sorted: UInt64 = 0x0400
  /// Sorted by hash function and digest.
  private static let multihashSorted: UInt64 = 0x0401

  /// Reads an index that is all of `bytes`, its codec first.
  ///
  /// - Throws: `CARError` with code `invalidIndex`, or `truncated`.
  public init(_ bytes: [UInt8]) throws(CARError) {
    var reader = CARIndexReader(bytes)
    switch try reader.varint() {
    case CARIndex.sorted: try readWidths(&reader, hash: nil)
    case CARIndex.multihashSorted:
      for _ in 0..<(try reader.count(bytesEach: 12)) {
        try readWidths(&reader, hash: MultihashCode(rawValue: try reader.integer(8)))
      }
    case let codec: throw CARError(.invalidIndex, at: 0, "codec \(codec)")
    }
    guard reader.isAtEnd else { throw CARError(.invalidIndex, at: reader.offset, "something after the entries") }
  }

  /// Reads the entries of one hash function, which stand by the length of their digests.
  private mutating func readWidths(_ reader: inout CARIndexReader, hash: MultihashCode?) throws(CARError) {
    for _ in 0..<(try reader.count(bytesEach: 12)) {
      let start = reader.offset
      let width = try reader.integer(4)
      let byteCount = try reader.integer(8)
      guard width > 8, width <= UInt64(CID.maxDigestBytes) + 8, byteCount % width == 0 else {
        throw CARError(.invalidIndex, at: start, "\(byteCount) bytes of entries of \(width)")
      }
      for _ in 0..<byteCount / width {
        let digest = try reader.bytes(Int(width) - 8)
        entries.append(Entry(hash: hash, digest: digest, offset: try reader.integer(8)))
      }
    }
  }
}
