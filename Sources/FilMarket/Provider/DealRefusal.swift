public import FilCore

/// Why a provider does not take a proposal; the order is that in which providers look.
public enum DealRefusal: Error, Hashable, Sendable {
  /// The client's signature does not hold.
  case signature
  /// The proposal is for somebody else.
  case provider(Address)
  /// The label is too long.
  case label(bytes: Int)
  /// The piece size is none.
  case pieceSize(UInt64)
  /// The piece CID names no commitment to data.
  case pieceCID(CID)
  /// The deal ends before it starts.
  case endBeforeStart
  /// The start has passed.
  case startInPast(ChainEpoch, now: ChainEpoch)
  /// The deal is too short or too long for the chain.
  case duration(ChainEpoch, bounds: ClosedRange<ChainEpoch>)
  /// The deal ends after any sector could.
  case endTooLate(ChainEpoch, latest: ChainEpoch)
  /// The provider's collateral is less than the chain asks, or more than the provider sets aside.
  case providerCollateral(TokenAmount, bounds: ClosedRange<TokenAmount>)
  /// The price is below the ask.
  case price(TokenAmount, ask: TokenAmount)
  /// The piece is smaller or larger than the provider takes.
  case pieceSizeOutsideAsk(UInt64, ask: StorageAsk)
  /// The client has too little in escrow.
  case clientFunds(TokenAmount, needed: TokenAmount)
  /// The client has too little datacap.
  case datacap(BigInt?)
}

extension DealRefusal: CustomStringConvertible {
  /// The reason, as the client is told.
  public var description: String {
    switch self {
    case .signature: "invalid signature"
    case .provider(let address): "incorrect provider for deal: \(address)"
    case .label(let bytes): "deal label of \(bytes) bytes, at most \(DealProposalLimits.labelBytes) are allowed"
    case .pieceSize(let size): "proposal piece size is invalid: \(size)"
    case .pieceCID(let cid): "proposal PieceCID had wrong prefix: \(cid)"
    case .endBeforeStart: "proposal end before proposal start"
    case .startInPast(let start, let now): "deal start epoch \(start) has already elapsed, the epoch is \(now)"
    case .duration(let epochs, let bounds):
      "deal duration out of bounds: \(epochs) epochs, outside of \(Self.text(bounds)) epochs"
    case .endTooLate(let end, let latest): "invalid deal end epoch \(end): too far in the future, after \(latest)"
    case .providerCollateral(let amount, let bounds):
      "proposed provider collateral out of bounds: \(amount), outside of \(Self.text(bounds))"
    case .price(let price, let ask): "storage price per epoch less than asking price: \(price) < \(ask)"
    case .pieceSizeOutsideAsk(let size, let ask):
      "piece size \(size) outside of what the provider takes: \(ask.minPieceSize) to \(ask.maxPieceSize) bytes"
    case .clientFunds(let funds, let needed): "client has insufficient funds in escrow: \(funds) < \(needed)"
    case .datacap(let bytes): "verified deal DataCap too small: \(bytes.map { "\($0) bytes" } ?? "none")"
    }
  }

  private static func text(_ bounds: ClosedRange<some Comparable>) -> String {
    "\(bounds.lowerBound) to \(bounds.upperBound)"
  }
}
