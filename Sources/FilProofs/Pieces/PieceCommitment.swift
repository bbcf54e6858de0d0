public import FilCore

/// The commitment to a piece (CommP): the root of a binary tree over its Fr32-padded bytes, and its size.
public struct PieceCommitment: Hashable, Sendable {
  /// The size of the piece as it stands in a sector.
  public let size: PaddedPieceSize
  /// The root.
  public let commitment: Bytes32

  /// A commitment that is known.
  public init(size: PaddedPieceSize, commitment: Bytes32) {
    self.size = size
    self.commitment = commitment
  }

  /// The commitment as a CID.
  public var cid: CID { CID(unsealedCommitment: commitment) }

  /// The piece as the chain carries it.
  public var info: PieceInfo { PieceInfo(size: size.rawValue, cid: cid) }

  /// The commitment to the smallest piece that holds `bytes`, filled with zeros.
  public static func of(_ bytes: some Sequence<UInt8>) -> PieceCommitment {
    var hasher = PieceHasher()
    hasher.update(Array(bytes))
    return hasher.finish()
  }

  /// The commitment to a piece of a given size that starts with `bytes`; the rest is zeros.
  ///
  /// - Parameters:
  ///   - bytes: The data.
  ///   - size: The size of the piece.
  /// - Returns: The commitment.
  /// - Throws: `PieceError.dataExceedsPiece` if the data does not fit.
  public static func of(
    _ bytes: some Sequence<UInt8>, size: PaddedPieceSize
  ) throws(PieceError) -> PieceCommitment {
    var hasher = PieceHasher()
    hasher.update(Array(bytes))
    return try hasher.finish(size: size)
  }

  /// The commitment to a piece of zeros.
  public static func zero(size: PaddedPieceSize) -> PieceCommitment {
    PieceCommitment(size: size, commitment: ZeroCommitments.root(ofPadded: size.rawValue))
  }

  /// Reads a piece as the chain carries it.
  ///
  /// - Throws: `PieceError` if its size is none of a piece or its CID is no piece commitment.
  public init(_ info: PieceInfo) throws(PieceError) {
    guard let size = PaddedPieceSize(rawValue: info.size) else { throw .invalidSize(info.size) }
    guard let commitment = info.cid.unsealedCommitment else { throw .noPieceCommitment(info.cid) }
    self.init(size: size, commitment: commitment)
  }
}

extension PieceCommitment: CustomStringConvertible {
  /// The CID and the size.
  public var description: String { "\(cid) (\(size) bytes)" }
}
