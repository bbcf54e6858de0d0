/// The size of a piece as it stands in a sector, in bytes: a power of two, at least 128.
///
/// Of 128 bytes 127 are data: Fr32 padding spends two bits of each 32-byte node.
public struct PaddedPieceSize: RawRepresentable, Hashable, Sendable {
  /// The size in bytes.
  public let rawValue: UInt64

  /// The size if it is a power of two of 128 or more.
  public init?(rawValue: UInt64) {
    guard rawValue >= 128, rawValue.nonzeroBitCount == 1 else { return nil }
    self.rawValue = rawValue
  }

  /// The smallest piece that holds `count` bytes of data; `nil` above 2^63 bytes padded.
  public init?(holding count: UInt64) {
    let groups = max(1, count / 127 + (count % 127 == 0 ? 0 : 1))
    guard groups <= 1 << 56 else { return nil }
    let power = groups == 1 ? 1 : UInt64(1) << UInt64(64 - (groups - 1).leadingZeroBitCount)
    self.init(rawValue: power * 128)
  }

  /// How many bytes of data the piece holds: 127 of each 128.
  public var unpadded: UInt64 { rawValue / 128 * 127 }
}

extension PaddedPieceSize: CustomStringConvertible, Comparable {
  /// The size in bytes.
  public var description: String { String(rawValue) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func < (left: PaddedPieceSize, right: PaddedPieceSize) -> Bool { left.rawValue < right.rawValue }
}
