public import FilCore

/// Computes a piece commitment of data that comes in parts, in memory that does not grow with the data.
public struct PieceHasher: Sendable {
  /// How many bytes came so far.
  public private(set) var count: UInt64 = 0
  /// Bytes that do not fill a batch yet.
  private var pending: [UInt8] = []
  private var stack = TreeStack()

  /// How many raw bytes are padded and hashed at once: a power of two of 127.
  private static let batchCount = 127 << 13
  private static let batchLevel = 15  // 128 << 13 bytes are 2^15 nodes.

  /// A hasher that has seen nothing.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    count += UInt64(bytes.count)
    var rest = bytes[...]
    while pending.count + rest.count >= Self.batchCount {
      let taken = rest.prefix(Self.batchCount - pending.count)
      rest = rest.dropFirst(taken.count)
      pending.append(contentsOf: taken)
      stack.push(SHATree.root(of: Fr32.pad(pending)), level: Self.batchLevel)
      pending.removeAll(keepingCapacity: true)
    }
    pending.append(contentsOf: rest)
  }

  /// The commitment to the smallest piece that holds the data, filled with zeros.
  public func finish() -> PieceCommitment {
    // No count of bytes that were held in memory is beyond the largest piece.
    let size = PaddedPieceSize(holding: count) ?? Self.largest
    return PieceCommitment(size: size, commitment: root(size))
  }

  /// The commitment to a piece of a given size that starts with the data; the rest is zeros.
  ///
  /// - Parameter size: The size of the piece.
  /// - Returns: The commitment.
  /// - Throws: `PieceError.dataExceedsPiece` if the data does not fit.
  public func finish(size: PaddedPieceSize) throws(PieceError) -> PieceCommitment {
    guard count <= size.unpadded else { throw .dataExceedsPiece(data: count, piece: size) }
    return PieceCommitment(size: size, commitment: root(size))
  }

  private static let largest: PaddedPieceSize = {
    guard let size = PaddedPieceSize(rawValue: 1 << 63) else { preconditionFailure("2^63 is a power of two") }
    return size
  }()

  private func root(_ size: PaddedPieceSize) -> Bytes32 {
    var stack = stack
    if !pending.isEmpty {
      var nodes = Fr32.pad(pending)
      let whole = min(UInt64(128 << 13), size.rawValue)
      let level = min(Self.batchLevel, size.rawValue.trailingZeroBitCount - 5)
      nodes.append(contentsOf: repeatElement(0, count: Int(whole) - nodes.count))
      stack.push(SHATree.root(of: nodes), level: level)
    }
    return stack.root(level: size.rawValue.trailingZeroBitCount - 5)
  }
}
