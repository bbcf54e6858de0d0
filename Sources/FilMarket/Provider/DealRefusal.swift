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
  case duration(ChainEpoch, allowed: ClosedRange<ChainEpoch>)
  /// The deal ends after any sector could.
  case endTooLate(ChainEpoch)
  /// The provider's collateral is less than the chain asks, or more than the provider sets aside.
  case providerCollateral(TokenAmount)
  /// The client's collateral is negative.
  case clientCollateral(TokenAmount)
  /// The price is below the ask.
  case price(TokenAmount, ask: TokenAmount)
  /// The piece is smaller or larger than the provider takes.
  case pieceSizeOutsideAsk(UInt64, min: UInt64, max: UInt64)
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
    case .duration(let epochs, let allowed):
      "deal duration out of bounds: \(epochs) epochs, from \(allowed.lowerBound) to \(allowed.upperBound) are allowed"
    case .endTooLate(let end): "invalid deal end epoch \(end): too far in the future"
    case .providerCollateral(let amount): "proposed provider collateral out of bounds: \(amount)"
    case .clientCollateral(let amount): "proposed client collateral out of bounds: \(amount)"
    case .price(let price, let ask): "storage price per epoch less than asking price: \(price) < \(ask)"
    case .pieceSizeOutsideAsk(let size, let min, let max):
      "piece of \(size) bytes with its padding; the provider takes from \(min) to \(max)"
    case .clientFunds(let funds, let needed): "client has insufficient funds in escrow: \(funds) < \(needed)"
    case .datacap(let bytes): "verified deal DataCap too small: \(bytes.map { "\($0)" } ?? "none")"
    }
  }
}
