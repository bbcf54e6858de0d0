public import FilActors
internal import FilCore
internal import FilCrypto

/// Judges proposals as providers do, in the order in which Boost looks.
public struct DealCheck: Sendable {
  private let view: ProviderView
  private let ask: StorageAsk

  /// A judge.
  public init(_ view: ProviderView, ask: StorageAsk) {
    self.view = view
    self.ask = ask
  }

  /// Judges a proposal.
  ///
  /// - Parameter signed: The proposal with the client's signature.
  /// - Throws: `DealRefusal` with the first reason against it.
  public func check(_ signed: ClientDealProposal) throws(DealRefusal) {
    let deal = signed.proposal
    try checkSignature(signed)
    guard deal.provider == view.provider else { throw .provider(deal.provider) }
    try checkData(deal)
    try checkTime(deal)
    try checkMoney(deal)
  }

  private func checkSignature(_ signed: ClientDealProposal) throws(DealRefusal) {
    guard let key = view.clientKey else { throw .signature }
    do {
      try signed.signature.verify(signed.proposal.cbor, by: key)
    } catch {
      throw .signature
    }
  }

  private func checkData(_ deal: DealProposal) throws(DealRefusal) {
    let bytes = deal.label.byteCount
    guard bytes <= DealProposalLimits.labelBytes else { throw .label(bytes: bytes) }
    guard PaddedPieceSize(rawValue: deal.pieceSize) != nil else { throw .pieceSize(deal.pieceSize) }
    guard deal.pieceCID.unsealedCommitment != nil else { throw .pieceCID(deal.pieceCID) }
  }

  private func checkTime(_ deal: DealProposal) throws(DealRefusal) {
    guard deal.endEpoch > deal.startEpoch else { throw .endBeforeStart }
    guard deal.startEpoch >= view.epoch else { throw .startInPast(deal.startEpoch, now: view.epoch) }
    let durations = view.policy.dealDurationBounds
    guard durations.contains(deal.duration) else { throw .duration(deal.duration, allowed: durations) }
    guard deal.endEpoch <= view.epoch + view.policy.maxSectorExpirationExtension else {
      throw .endTooLate(deal.endEpoch)
    }
  }

  private func checkMoney(_ deal: DealProposal) throws(DealRefusal) {
    let collateral = view.minProviderCollateral
    let bounds = collateral...(collateral * DealProposalLimits.collateralMultiplier)
    guard bounds.contains(deal.providerCollateral) else { throw .providerCollateral(deal.providerCollateral) }
    guard !deal.clientCollateral.isNegative else { throw .clientCollateral(deal.clientCollateral) }
    let price = max(.zero, ask.price(of: deal.pieceSize))
    guard deal.storagePricePerEpoch >= price else { throw .price(deal.storagePricePerEpoch, ask: price) }
    guard deal.pieceSize >= ask.minPieceSize, deal.pieceSize <= ask.maxPieceSize else {
      throw .pieceSizeOutsideAsk(deal.pieceSize, min: ask.minPieceSize, max: ask.maxPieceSize)
    }
    let needed = deal.clientBalanceRequirement
    guard view.clientFunds >= needed else { throw .clientFunds(view.clientFunds, needed: needed) }
    guard deal.isVerified else { return }
    guard let datacap = view.clientDatacap, datacap >= BigInt(deal.pieceSize) else {
      throw .datacap(view.clientDatacap)
    }
  }
}
