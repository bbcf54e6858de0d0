public import FilCore

/// A piece of a published deal, with its data, for a miner to put into a sector.
public struct AcceptedPiece: Hashable, Sendable {
  /// The deal's number.
  public let deal: DealID
  /// The piece's commitment and padded size.
  public let piece: PieceInfo
  /// When the deal starts: the sector must be proven before.
  public let start: ChainEpoch
  /// When the deal ends.
  public let end: ChainEpoch
  /// The data, without padding.
  public let data: [UInt8]
}
