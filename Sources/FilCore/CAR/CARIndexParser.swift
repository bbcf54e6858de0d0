/// Reads an index.
struct CARIndexParser {
  private var reader: CARIndexReader
  private let dataSize: UInt64?
  private var entries: [CARIndex.Entry] = []

  init(_ bytes: [UInt8], dataSize: UInt64?) {
    reader = CARIndexReader(bytes)
    self.dataSize = dataSize
  }

  /// All entries, of an index that is all of the bytes.
  mutating func parse() throws(CARError) -> [CARIndex.Entry] {
    let codec = try reader.varint()
    switch CARIndex.Kind(rawValue: codec) {
    case .sorted: try readWidths(hash: nil)
    case .multihashSorted: try readHashes()
    case nil: throw CARError(.invalidIndex, at: 0, "codec \(codec)")
    }
    guard reader.isAtEnd else { throw CARError(.invalidIndex, at: reader.offset, "something after the entries") }
    return entries
  }

  private mutating func readHashes() throws(CARError) {
    var last: UInt64?
    for _ in 0..<(try reader.count(bytesEach: 12)) {
      let start = reader.offset
      let code = try reader.integer(8)
      if let last, code <= last { throw CARError(.invalidIndex, at: start, "hash functions out of order") }
      last = code
      try readWidths(hash: MultihashCode(rawValue: code))
    }
  }

  /// Reads the entries of one hash function, which stand by the length of their digests.
  private mutating func readWidths(hash: MultihashCode?) throws(CARError) {
    var last: UInt64 = 0
    for _ in 0..<(try reader.count(bytesEach: 12)) {
      let start = reader.offset
      let width = try reader.integer(4)
      let byteCount = try reader.integer(8)
      guard width > 8, width <= UInt64(CID.maxDigestBytes) + 8, byteCount % width == 0 else {
        throw CARError(.invalidIndex, at: start, "\(byteCount) bytes of entries of \(width)")
      }
      guard width > last else { throw CARError(.invalidIndex, at: start, "widths out of order") }
      last = width
      try readEntries(byteCount / width, digestBytes: Int(width) - 8, hash: hash)
    }
  }

  private mutating func readEntries(_ count: UInt64, digestBytes: Int, hash: MultihashCode?) throws(CARError) {
    var last: [UInt8] = []
    for _ in 0..<count {
      let start = reader.offset
      let digest = try reader.bytes(digestBytes)
      let offset = try reader.integer(8)
      guard !digest.lexicographicallyPrecedes(last) else {
        throw CARError(.invalidIndex, at: start, "digests out of order")
      }
      if let dataSize, offset >= dataSize {
        throw CARError(.invalidIndex, at: start, "a section at \(offset) of \(dataSize) bytes")
      }
      last = digest
      entries.append(CARIndex.Entry(hash: hash, digest: digest, offset: offset))
    }
  }
}
