/// The fixed header of a CAR of version 2: where in it the CAR of version 1 and the index are.
public struct CARv2Header: Hashable, Sendable {
  /// Whether the index lists every block.
  public let isFullyIndexed: Bool
  /// Where the CAR of version 1 begins.
  public let dataOffset: UInt64
  /// How many bytes it has.
  public let dataSize: UInt64
  /// Where the index begins; `nil` if there is none.
  public let indexOffset: UInt64?

  /// How many bytes the header has.
  static let byteCount = 40
  /// The first bytes of every CAR of version 2: a section with a header that names the version only.
  static let pragma: [UInt8] = [0x0a, 0xa1, 0x67] + Array("version".utf8) + [0x02]
  /// Where what follows the header begins.
  static let end = UInt64(pragma.count + byteCount)

  /// The header of an archive whose data follows it at once, and whose index follows the data.
  init(dataSize: UInt64, isIndexed: Bool) {
    isFullyIndexed = false
    dataOffset = CARv2Header.end
    self.dataSize = dataSize
    indexOffset = isIndexed ? dataOffset + dataSize : nil
  }

  /// The 40 bytes after the pragma.
  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 16)
    bytes[0] = isFullyIndexed ? 0x80 : 0
    for value in [dataOffset, dataSize, indexOffset ?? 0] {
      for index in 0..<UInt64(8) { bytes.append(UInt8(truncatingIfNeeded: value >> (index * 8))) }
    }
    return bytes
  }

  /// Reads the 40 bytes after the pragma.
  init(_ bytes: [UInt8]) throws(CARError) {
    precondition(bytes.count == CARv2Header.byteCount)
    isFullyIndexed = bytes[0] & 0x80 != 0
    dataOffset = CARv2Header.integer(bytes, at: 16)
    dataSize = CARv2Header.integer(bytes, at: 24)
    let index = CARv2Header.integer(bytes, at: 32)
    indexOffset = index == 0 ? nil : index
    let (dataEnd, overflow) = dataOffset.addingReportingOverflow(dataSize)
    guard dataOffset >= CARv2Header.end, !overflow, index == 0 || index >= dataEnd else {
      throw CARError(
        .invalidHeader, at: UInt64(CARv2Header.pragma.count),
        "data at \(dataOffset), \(dataSize) bytes, index at \(index)")
    }
  }

  /// A little-endian integer.
  private static func integer(_ bytes: [UInt8], at offset: Int) -> UInt64 {
    bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
