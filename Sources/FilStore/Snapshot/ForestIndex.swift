internal import FilCore

/// The index at the end of a snapshot in Forest's layout: which zstd frames may hold a block.
///
/// It is a hash table with linear probing in a skippable frame, its entries sorted by hash, and stays in the file. The last
/// 16 bytes of the file are a skippable frame that tells where it begins.
struct ForestIndex: Sendable {
  private let file: RandomAccessFile
  /// Where the first slot is.
  private let table: UInt64
  /// The greatest distance of an entry from the slot that its hash wants.
  private let longestDistance: UInt64
  private let bucketCount: UInt64
  /// Where the frame begins that holds the index: all frames of blocks are before it.
  let start: UInt64

  private static let version: UInt64 = 0xdead_bef0
  private static let footer: [UInt8] = [0x50, 0x2a, 0x4d, 0x18, 8, 0, 0, 0]
  private static let slotBytes = 16
  private static let slotsPerRead = 64
  /// The most slots that a look-up may go through, and the most frames that it may give: what is above was made to be slow.
  private static let maxDistance: UInt64 = 1 << 20
  private static let maxFrames = 64

  /// The index of a file; `nil` if it has none.
  init?(of file: RandomAccessFile) throws(StoreError) {
    guard file.size > 16 else { return nil }
    let end = try file.read(at: file.size - 16, count: 16)
    guard end.starts(with: ForestIndex.footer) else { return nil }
    start = ForestIndex.integer(end[8...])
    guard start < file.size - 16 else {
      throw StoreError(.corrupt, "\(file.path): the index begins at byte \(start) of \(file.size)")
    }
    let head = try file.read(at: start, count: 32)
    guard head.count == 32, ForestIndex.integer(head[0...]) == ForestIndex.version else { return nil }
    self.file = file
    longestDistance = ForestIndex.integer(head[8...])
    bucketCount = ForestIndex.integer(head[24...])
    table = start + 32
    guard bucketCount <= (file.size - start) / UInt64(ForestIndex.slotBytes),
      longestDistance <= ForestIndex.maxDistance
    else {
      throw StoreError(
        .corrupt, "\(file.path): index at byte \(start) of \(bucketCount) buckets, distance \(longestDistance)")
    }
  }

  /// The first eight bytes as a little-endian integer.
  private static func integer(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The digest of a CID that the table is keyed by, never the greatest integer: that marks empty slots.
  static func hash(_ cid: CID) -> UInt64 {
    let digest = cid.digest
    var hash = cid.codec.rawValue ^ cid.hash.rawValue
    for start in stride(from: 0, through: digest.count - 8, by: 8) { hash ^= integer(digest[start...]) }
    return hash == 0 ? 0 : hash - 1
  }

  /// Where the frames begin that may hold a block.
  func frames(of cid: CID) throws(StoreError) -> [UInt64] {
    guard bucketCount > 0 else { return [] }
    let wanted = ForestIndex.hash(cid)
    var slot = wanted.multipliedFullWidth(by: bucketCount).high
    let limit = slot + longestDistance
    var found: [UInt64] = []
    while true {
      let bytes = try slots(from: slot)
      for start in stride(from: 0, through: bytes.count - ForestIndex.slotBytes, by: ForestIndex.slotBytes) {
        let hash = ForestIndex.integer(bytes[start...])
        if hash == .max || hash > wanted || (found.isEmpty && slot > limit) { return found }
        if hash == wanted { found.append(try frame(ForestIndex.integer(bytes[(start + 8)...]), of: slot)) }
        guard found.count <= ForestIndex.maxFrames else {
          throw StoreError(.corrupt, "\(file.path): the index has more than \(ForestIndex.maxFrames) frames for \(cid)")
        }
        slot += 1
      }
      guard bytes.count >= ForestIndex.slotBytes else { return found }
    }
  }

  /// The next slots of the table, in bytes; none at its end.
  private func slots(from slot: UInt64) throws(StoreError) -> [UInt8] {
    let offset = table + slot * UInt64(ForestIndex.slotBytes)
    let end = file.size - 16
    guard offset < end else { return [] }
    return try file.read(
      at: offset, count: Int(min(end - offset, UInt64(ForestIndex.slotsPerRead * ForestIndex.slotBytes))))
  }

  /// Where a frame begins that an entry names, which must be before the index.
  private func frame(_ offset: UInt64, of slot: UInt64) throws(StoreError) -> UInt64 {
    guard offset < start else {
      let place = table + slot * UInt64(ForestIndex.slotBytes)
      throw StoreError(
        .corrupt, "\(file.path): the index at byte \(place) leads to byte \(offset), where no blocks are")
    }
    return offset
  }
}
