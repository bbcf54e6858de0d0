/// The index of a CAR: where the sections of blocks begin, by the digests of their CIDs.
///
/// Both kinds are read and written: sorted by digest, and sorted by hash function and digest. An index is a hint that
/// anyone may have written; a block that it leads to is to be verified.
public struct CARIndex: Hashable, Sendable {
  /// One block.
  public struct Entry: Hashable, Sendable {
    /// The hash function, where the index tells it.
    public let hash: MultihashCode?
    /// The digest.
    public let digest: [UInt8]
    /// Where the section begins, in bytes from the start of the CAR of version 1.
    public let offset: UInt64

    /// An entry.
    public init(hash: MultihashCode?, digest: [UInt8], offset: UInt64) {
      self.hash = hash
      self.digest = digest
      self.offset = offset
    }
  }

  /// The kinds of indexes, by their numbers in the multicodec table.
  public enum Kind: UInt64, Hashable, Sendable, CaseIterable {
    /// Sorted by digest.
    case sorted = 0x0400
    /// Sorted by hash function and digest.
    case multihashSorted = 0x0401
  }

  /// The entries in the order of the index.
  public internal(set) var entries: [Entry] = []

  /// An index of entries in any order.
  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// Reads an index that is all of `bytes`, its codec first.
  ///
  /// - Parameters:
  ///   - bytes: The index.
  ///   - dataSize: How many bytes the CAR of version 1 has, if that is known: no entry leads beyond it.
  /// - Throws: `CARError` with code `invalidIndex`, or `truncated`; positions are from the start of the index.
  public init(_ bytes: [UInt8], dataSize: UInt64? = nil) throws(CARError) {
    var parser = CARIndexParser(bytes, dataSize: dataSize)
    entries = try parser.parse()
  }

  /// Where the sections of blocks begin whose CIDs have this hash, in bytes from the start of the CAR of version 1.
  ///
  /// It goes through all entries: for many look-ups make a table of them.
  public func offsets(of cid: CID) -> [UInt64] {
    let digest = cid.digest
    return entries.filter { $0.digest == digest && ($0.hash ?? cid.hash) == cid.hash }.map(\.offset)
  }
}
