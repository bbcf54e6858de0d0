internal import FilActors
internal import FilChain
internal import FilCore

// What the head of the chain makes due.
extension StorageProvider {
  /// Does what is due at the head, for each deal.
  public func advance() async {
    for uuid in order {
      guard let deal = deals[uuid], deal.checkpoint != .complete else { continue }
      do {
        try await advance(uuid, deal)
      } catch {
        fail(uuid, "\(error)")
      }
    }
    // Last, when deals whose collateral the chain has locked meanwhile are known. Without collateral no deal is
    // published; the next call tries again.
    try? await secureFunds()
  }

  private func advance(_ uuid: DealUUID, _ deal: ProviderDeal) async throws {
    switch deal.checkpoint {
    case .accepted:
      if try hasStarted(deal) { fail(uuid, "the start epoch has passed without data") }
    case .transferred:
      if try hasStarted(deal) { return fail(uuid, "the start epoch has passed before the deal was published") }
      if try hasCollateral(deal) { try await publish(uuid, deal) }
    case .published: try confirm(uuid, deal)
    case .publishConfirmed: try await hand(uuid, deal)
    case .addedPiece:
      if let id = deal.dealID, try chain.dealState(id) != nil { deals[uuid]?.checkpoint = .complete }
    case .complete: break
    }
  }

  private func hasStarted(_ deal: ProviderDeal) throws(ChainError) -> Bool {
    try chain.headEpoch() >= deal.params.proposal.proposal.startEpoch
  }

  // MARK: Funds

  /// Puts the collateral of all deals that are not published in escrow, as far as it is not there.
  private func secureFunds() async throws {
    if let message = funding {
      guard try chain.receipt(of: message) != nil else { return }
      funding = nil
    }
    let open = order.compactMap { deals[$0] }.filter { $0.checkpoint < .publishConfirmed }
    let needed = open.reduce(TokenAmount.zero) { $0 + $1.params.proposal.proposal.providerCollateral }
    let missing = needed - (try freeFunds())
    guard missing > .zero else { return }
    funding = try await chain.send(
      MessageRequest(
        to: .marketActor, from: worker, value: missing, method: MarketActor.Method.addBalance,
        params: Address(id: miner).cbor))
  }

  private func hasCollateral(_ deal: ProviderDeal) throws(ChainError) -> Bool {
    guard funding == nil else { return false }
    return try freeFunds() >= deal.params.proposal.proposal.providerCollateral
  }

  /// What the provider has in escrow that is not locked, in attoFIL.
  private func freeFunds() throws(ChainError) -> TokenAmount {
    let escrow = try chain.escrow(of: Address(id: miner))
    return escrow.balance - escrow.locked
  }

  /// Gives a deal up.
  func fail(_ uuid: DealUUID, _ reason: String) {
    deals[uuid]?.failure = String(peerText: reason)
    deals[uuid]?.checkpoint = .complete
    deals[uuid]?.data = nil
    transfers.stop(uuid)
  }

  private func publish(_ uuid: DealUUID, _ deal: ProviderDeal) async throws {
    let params = PublishStorageDealsParams(deals: [deal.params.proposal])
    // Noted before sending, so that a call in between does not send it again.
    deals[uuid]?.checkpoint = .published
    deals[uuid]?.publishCID = try await chain.send(
      MessageRequest(
        to: .marketActor, from: worker, method: MarketActor.Method.publishStorageDeals, params: params.cbor))
  }

  private func confirm(_ uuid: DealUUID, _ deal: ProviderDeal) throws {
    guard let message = deal.publishCID, let receipt = try chain.receipt(of: message) else { return }
    guard receipt.exitCode.isSuccess, let id = try PublishStorageDealsReturn(cbor: receipt.returnData).ids.first else {
      return fail(uuid, "publishing failed with exit code \(receipt.exitCode)")
    }
    deals[uuid]?.dealID = id
    deals[uuid]?.checkpoint = .publishConfirmed
  }

  private func hand(_ uuid: DealUUID, _ deal: ProviderDeal) async throws {
    guard let id = deal.dealID, let data = deal.data else { return }
    let proposal = deal.params.proposal.proposal
    deals[uuid]?.checkpoint = .addedPiece
    deals[uuid]?.data = nil
    try await handOver(
      AcceptedPiece(
        deal: id, piece: PieceInfo(size: proposal.pieceSize, cid: proposal.pieceCID), start: proposal.startEpoch,
        end: proposal.endEpoch, data: data))
  }
}
