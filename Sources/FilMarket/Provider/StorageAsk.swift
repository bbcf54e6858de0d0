public import FilCore

/// What a provider wants for storing data, and what it takes.
public struct StorageAsk: Hashable, Sendable {
  /// The price of a GiB for an epoch, in attoFIL.
  public var pricePerGiBEpoch: TokenAmount
  /// The smallest padded piece that the provider takes, in bytes.
  public var minPieceSize: UInt64
  /// The largest padded piece that the provider takes, in bytes.
  public var maxPieceSize: UInt64

  /// An ask.
  public init(pricePerGiBEpoch: TokenAmount, minPieceSize: UInt64 = 128, maxPieceSize: UInt64) {
    self.pricePerGiBEpoch = pricePerGiBEpoch
    self.minPieceSize = minPieceSize
    self.maxPieceSize = maxPieceSize
  }

  /// The least price of an epoch for a piece, in attoFIL, rounded down.
  public func price(of pieceSize: UInt64) -> TokenAmount {
    TokenAmount(atto: pricePerGiBEpoch.atto * BigInt(pieceSize) / (1 << 30))
  }
}
