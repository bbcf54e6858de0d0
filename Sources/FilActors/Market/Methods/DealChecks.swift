internal import FilCore

/// What a deal must be to be put on the chain, whatever else is there.
struct DealChecks {
  /// More money than there ever is.
  private static let maxAmount = TokenAmount.fil(2_000_000_000)

  private let baselinePower: BigInt
  private let networkPower: BigInt

  /// Asks other actors for what depends on the network.
  init(_ runtime: some Runtime) throws(ActorError) {
    let reward: ThisEpochRewardReturn = try runtime.call(.rewardActor, RewardActor.Method.thisEpochReward)
      .requireReturn()
    baselinePower = reward.baselinePower
    let power: CurrentTotalPowerReturn = try runtime.call(.powerActor, PowerActor.Method.currentTotalPower)
      .requireReturn()
    networkPower = power.rawBytePower
  }

  /// Whether the client signed the deal and its terms are within bounds.
  ///
  /// - Throws: `ActorError` if the call cannot go on; that others fail makes the deal invalid.
  func isValid(_ deal: ClientDealProposal, _ runtime: some Runtime) throws(ActorError) -> Bool {
    let isAuthentic: Bool
    do {
      isAuthentic = try self.isAuthentic(deal, runtime)
    } catch {
      try runtime.requireRunning()
      return false
    }
    return isAuthentic && hasValidTerms(deal.proposal, runtime)
  }

  private func isAuthentic(_ deal: ClientDealProposal, _ runtime: some Runtime) throws(ActorError) -> Bool {
    let params = AuthenticateMessageParams(signature: deal.signature.data, message: deal.proposal.cbor)
    return try runtime.call(
      deal.proposal.client, AccountActor.Method.authenticateMessage, IPLDBlock(params), flags: .readOnly
    ).requireReturn()
  }

  private func hasValidTerms(_ deal: DealProposal, _ runtime: some Runtime) -> Bool {
    deal.label.byteCount <= DealLabel.maxBytes
      && PaddedPieceSize(rawValue: deal.pieceSize) != nil
      && deal.pieceCID.unsealedCommitment != nil
      && deal.endEpoch > deal.startEpoch
      && deal.startEpoch >= runtime.epoch
      && runtime.policy.dealDurationBounds.contains(deal.duration)
      && (.zero...Self.maxAmount).contains(deal.storagePricePerEpoch)
      && deal.providerCollateral >= minProviderCollateral(deal, runtime)
      && deal.providerCollateral <= Self.maxAmount
      && (.zero...Self.maxAmount).contains(deal.clientCollateral)
  }

  private func minProviderCollateral(_ deal: DealProposal, _ runtime: some Runtime) -> TokenAmount {
    DealCollateral.minimum(
      pieceSize: deal.pieceSize, networkPower: networkPower, baselinePower: baselinePower,
      circulatingSupply: runtime.circulatingSupply, runtime.policy)
  }
}
