public import FilCore

/// A piece of a published deal, to go into a sector.
public struct DealPiece: Hashable, Sendable {
  /// The deal's number.
  public let deal: DealID
  /// The piece's commitment and padded size.
  public let piece: PieceInfo
  /// When the deal ends.
  public let end: ChainEpoch

  /// A piece of a deal.
  public init(deal: DealID, piece: PieceInfo, end: ChainEpoch) {
    self.deal = deal
    self.piece = piece
    self.end = end
  }
}
