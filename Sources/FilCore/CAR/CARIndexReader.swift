/// Reads the little-endian integers of an index.
struct CARIndexReader {
  private let input: [UInt8]
  private var position = 0

  init(_ input: [UInt8]) {
    self.input = input
  }

  var isAtEnd: Bool { position == input.count }
  var offset: UInt64 { UInt64(position) }

  mutating func bytes(_ count: Int) throws(CARError) -> [UInt8] {
    guard count <= input.count - position else { throw CARError(.truncated, at: offset, "index") }
    position += count
    return Array(input[position - count..<position])
  }

  mutating func integer(_ count: Int) throws(CARError) -> UInt64 {
    try bytes(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func varint() throws(CARError) -> UInt64 {
    var rest = input[position...]
    do {
      let value = try Varint.read(from: &rest)
      position = rest.startIndex
      return value
    } catch {
      throw CARError(.invalidIndex, at: offset, cause: error)
    }
  }

  /// A number of parts, each of which has at least so many bytes.
  mutating func count(bytesEach: Int) throws(CARError) -> Int {
    let start = offset
    let count = try integer(4)
    guard count <= UInt64((input.count - position) / bytesEach) else {
      throw CARError(.truncated, at: start, "\(count) parts")
    }
    return Int(count)
  }
}
