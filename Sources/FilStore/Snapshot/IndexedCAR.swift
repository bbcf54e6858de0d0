internal import FilCore

/// A CAR in a file, with an index in memory of 16 bytes a block.
final class IndexedCAR: SnapshotBlocks {
  /// A block's digest in short, and where its section begins.
  private struct Entry {
    let key: UInt64
    let offset: UInt64
  }

  let roots: [CID]
  private let file: RandomAccessFile
  private let entries: [Entry]

  /// How many bytes are read at once for a block: most sections are shorter.
  private static let firstRead = 4096

  /// Goes through all of a file, from one section to the next; blocks are not kept.
  init(_ file: RandomAccessFile) throws(StoreError) {
    self.file = file
    var entries: [Entry] = []
    do throws(CARError) {
      let options = CAROptions(verifiesBlocks: false, maxSectionBytes: UInt64(Int32.max))
      var reader = try CARReader(FileSource(file), options: options)
      roots = reader.roots
      while let (cid, offset) = try reader.nextEntry() {
        // Identity CIDs hold their data themselves.
        if cid.hash != .identity { entries.append(Entry(key: IndexedCAR.key(cid), offset: offset)) }
      }
    } catch {
      throw .snapshot(error)
    }
    entries.sort { ($0.key, $0.offset) < ($1.key, $1.offset) }
    self.entries = entries
  }

  /// The first bytes of the digest.
  private static func key(_ cid: CID) -> UInt64 {
    if let digest = cid.digest32 { return digest.withUnsafeBytes { $0.load(as: UInt64.self) } }
    return cid.digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  func source() throws(StoreError) -> SnapshotSource { SnapshotSource(FileSource(file)) }

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    let key = IndexedCAR.key(cid)
    var position = firstPosition(of: key)
    while position < entries.count, entries[position].key == key {
      let offset = entries[position].offset
      do throws(StoreError) {
        if let bytes = try block(cid, at: offset) { return bytes }
      } catch {
        throw StoreError(error.code, "\(file.path), section at byte \(offset): \(error.detail)")
      }
      position += 1
    }
    return nil
  }

  private func firstPosition(of key: UInt64) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The block of the section at a position, if it has this CID.
  private func block(_ cid: CID, at offset: UInt64) throws(StoreError) -> [UInt8]? {
    var bytes = try file.read(at: offset, count: IndexedCAR.firstRead)
    guard let (count, start) = try SectionParser.head(bytes[...]) else { return nil }
    let end = start + count
    if bytes.count < end {
      bytes += try file.read(at: offset + UInt64(bytes.count), count: end - bytes.count)
      guard bytes.count == end else { throw StoreError(.corrupt, "the file has become shorter") }
    }
    let (found, data) = try SectionParser.cid(bytes[start..<end])
    return found == cid ? Array(bytes[data..<end]) : nil
  }
}
