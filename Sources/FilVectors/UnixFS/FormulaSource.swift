internal import FilCore

/// The bytes that the vectors make by formula: SHA-256 of the seed and 0, of the seed and 1, ..., one after the other.
struct FormulaSource: ByteSource {
  private let seed: [UInt8]
  private var left: Int
  private var counter: UInt64 = 0
  private var rest: ArraySlice<UInt8> = []

  init(seed: String, size: Int) {
    self.seed = Array(seed.utf8)
    left = max(0, size)
  }

  mutating func next(limit: Int) throws(StoreError) -> [UInt8] {
    let count = min(limit, left, 1 << 16)
    var bytes = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
    while bytes.count < count {
      let digest = SHA256.hash(seed + withUnsafeBytes(of: counter.bigEndian) { Array($0) })
      counter += 1
      digest.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    if bytes.count > count {
      rest = bytes[count...]
      bytes.removeLast(bytes.count - count)
    }
    left -= count
    return bytes
  }

  /// All bytes.
  func all() throws -> [UInt8] {
    var source = self
    var bytes: [UInt8] = []
    while true {
      let part = try source.next(limit: .max)
      if part.isEmpty { return bytes }
      bytes += part
    }
  }
}
