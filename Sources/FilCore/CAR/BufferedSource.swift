/// Reads exact amounts from a byte source and knows the position.
struct BufferedSource<Source: ByteSource> {
  private var source: Source
  private var buffer: [UInt8] = []
  private var start = 0
  /// The position of the next byte.
  private(set) var offset: UInt64 = 0

  private static var chunk: Int { 256 << 10 }

  init(_ source: Source) {
    self.source = source
  }

  /// Makes sure that a byte is in the buffer; whether there is one.
  private mutating func fill() throws(CARError) -> Bool {
    guard start == buffer.count else { return true }
    do {
      buffer = try source.next(limit: BufferedSource.chunk)
    } catch {
      throw CARError(.source, at: offset, cause: error)
    }
    start = 0
    return !buffer.isEmpty
  }

  /// Whether the source has ended.
  mutating func isAtEnd() throws(CARError) -> Bool { try !fill() }

  /// Exactly `count` bytes. Memory is taken as they come, so a wrong length costs no more than the source has.
  mutating func read(_ count: Int, sectionAt section: UInt64) throws(CARError) -> [UInt8] {
    var result: [UInt8] = []
    if buffer.count - start >= count { result.reserveCapacity(count) }
    while result.count < count {
      guard try fill() else { throw CARError(.truncated, at: section, "\(count - result.count) bytes are missing") }
      let taken = min(count - result.count, buffer.count - start)
      result += buffer[start..<start + taken]
      start += taken
      offset += UInt64(taken)
    }
    return result
  }

  /// Exactly `count` bytes, which are not copied if they are in the buffer.
  mutating func take(_ count: Int, sectionAt section: UInt64) throws(CARError) -> ArraySlice<UInt8> {
    guard buffer.count - start >= count else { return try read(count, sectionAt: section)[...] }
    defer {
      start += count
      offset += UInt64(count)
    }
    return buffer[start..<start + count]
  }

  /// Leaves out bytes.
  mutating func skip(_ count: UInt64, sectionAt section: UInt64) throws(CARError) {
    var left = count
    while left > 0 {
      guard try fill() else { throw CARError(.truncated, at: section, "\(left) bytes are missing") }
      let taken = min(left, UInt64(buffer.count - start))
      start += Int(taken)
      offset += taken
      left -= taken
    }
  }

  /// An unsigned varint, which is the length of a section or header.
  mutating func length(limit: UInt64) throws(CARError) -> Int {
    let section = offset
    var rest = buffer[start...]
    if rest.count < Varint.maxBytes { rest = try bytesOfVarint(sectionAt: section) }
    let count = rest.count
    let length: UInt64
    do {
      length = try Varint.read(from: &rest)
    } catch {
      throw CARError(.invalidLength, at: section, cause: error)
    }
    guard length <= limit else { throw CARError(.invalidLength, at: section, "\(length) bytes") }
    if offset == section {
      start += count - rest.count
      offset += UInt64(count - rest.count)
    }
    return Int(length)
  }

  /// Reads bytes one by one up to the end of a varint.
  private mutating func bytesOfVarint(sectionAt section: UInt64) throws(CARError) -> ArraySlice<UInt8> {
    var bytes: [UInt8] = []
    repeat {
      bytes += try read(1, sectionAt: section)
    } while (bytes.last ?? 0) >= 0x80 && bytes.count < Varint.maxBytes
    return bytes[...]
  }
}
