public import FilCore

/// Writes pieces into a sector that is to be sealed, each aligned to its size, with zeros between and after them.
public struct SectorPacker: Sendable {
  /// A piece with its place.
  public struct Placement: Hashable, Sendable {
    /// The piece.
    public let piece: PieceCommitment
    /// Where it starts in the sector, in padded bytes.
    public let offset: UInt64
  }

  /// The sector's size in bytes.
  public let sectorSize: UInt64
  /// The pieces so far.
  public private(set) var placements: [Placement] = []
  private let storage: any SectorStorage
  private var end: UInt64 = 0

  /// A packer for an empty sector.
  public init(sectorSize: UInt64, storage: any SectorStorage) {
    self.sectorSize = sectorSize
    self.storage = storage
  }

  /// Where a piece of a size would start; `nil` if there is no room for it.
  public func offset(for size: PaddedPieceSize) -> UInt64? {
    let start = PieceAlignment.start(after: end, size: size.rawValue)
    return start <= sectorSize && size.rawValue <= sectorSize - start ? start : nil
  }

  /// Adds a piece.
  ///
  /// - Parameters:
  ///   - bytes: The raw data.
  ///   - size: The size of the piece; `nil` for the smallest that holds the data.
  /// - Returns: The piece and its place.
  /// - Throws: `SealError.wrongInput` if there is no room for it, `SealError.storage`.
  @discardableResult
  public mutating func add(_ bytes: [UInt8], size: PaddedPieceSize? = nil) throws(SealError) -> Placement {
    guard let size = size ?? PaddedPieceSize(holding: UInt64(bytes.count)), UInt64(bytes.count) <= size.unpadded,
      let start = offset(for: size)
    else {
      throw SealError(.wrongInput, "no room for a piece of \(bytes.count) bytes after \(end) of \(sectorSize)")
    }
    let piece: PieceCommitment
    do {
      piece = try PieceCommitment.of(bytes, size: size)
    } catch {
      throw SealError(.wrongInput, "\(error)")
    }
    try storing { () throws(SectorStorageError) in try storage.write(Fr32.pad(bytes), to: .unsealed, at: start) }
    let placement = Placement(piece: piece, offset: start)
    placements.append(placement)
    end = start + size.rawValue
    return placement
  }

  /// Fills the rest of the sector with zeros.
  ///
  /// - Returns: All pieces in order with the pieces of zeros between and after them, which fill the sector.
  /// - Throws: `SealError.storage`.
  public func finish() throws(SealError) -> [PieceCommitment] {
    try storing { () throws(SectorStorageError) in
      if try storage.size(of: .unsealed) ?? 0 < sectorSize {
        try storage.write([0], to: .unsealed, at: sectorSize - 1)
      }
    }
    var result: [PieceCommitment] = []
    var position: UInt64 = 0
    for placement in placements {
      result += Self.zeros(from: position, to: placement.offset)
      result.append(placement.piece)
      position = placement.offset + placement.piece.size.rawValue
    }
    return result + Self.zeros(from: position, to: sectorSize)
  }

  /// The pieces of zeros between two offsets: first rising, as alignment allows, then falling sizes.
  private static func zeros(from start: UInt64, to end: UInt64) -> [PieceCommitment] {
    var result: [PieceCommitment] = []
    var position = start
    while position < end {
      var size: UInt64 = 1 << UInt64(63 - (end - position).leadingZeroBitCount)
      if position > 0 { size = min(size, 1 << UInt64(position.trailingZeroBitCount)) }
      guard let piece = PaddedPieceSize(rawValue: size) else { break }
      result.append(.zero(size: piece))
      position += size
    }
    return result
  }
}
