public import FilActors
public import FilCore
internal import FilVM

// What `ChainAccess` asks of the state; sending is for whoever passes messages on.
extension ChainNode {
  /// How many epochs back receipts are looked for.
  private static var receiptDepth: ChainEpoch { 200 }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func headEpoch() throws(ChainError) -> ChainEpoch { try follower.head().epoch }

  private func view() throws(ChainError) -> StateView<Blocks> {
    try StateView(root: try follower.outcome(of: try follower.head()).stateRoot, store: chain.blocks)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func id(of address: Address) throws(ChainError) -> ActorID? { try view().id(of: address) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func key(of address: Address) throws(ChainError) -> Address? { try view().signer(of: address) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func escrow(of address: Address) throws(ChainError) -> EscrowBalance {
    let view = try view()
    guard let id = try view.id(of: address) else { return EscrowBalance(balance: .zero, locked: .zero) }
    let market = try view.market()
    return try chainResult(.state, "escrow") { () throws(ActorError) in
      try market.balance(of: Address(id: id), in: chain.blocks)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func minProviderCollateral(pieceSize: UInt64) throws(ChainError) -> TokenAmount {
    let view = try view()
    let epoch = try headEpoch()
    return try chainResult(.state, "collateral") { () throws(VMError) in
      let power = try view.tree.state(PowerState.self, of: SingletonActors.power)
      let reward = try view.tree.state(RewardState.self, of: SingletonActors.reward)
      let supply = try CirculatingSupply(at: epoch + 1, in: view.tree, parameters)
      return DealCollateral.minimum(
        pieceSize: pieceSize, networkPower: power.currentTotalPower.raw, baselinePower: reward.thisEpochBaselinePower,
        circulatingSupply: supply.circulating, parameters.policy)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func dealProposal(_ id: DealID) throws(ChainError) -> DealProposal {
    let market = try view().market()
    return try chainResult(.state, "deal \(id)") { () throws(ActorError) in
      try market.proposal(id, in: chain.blocks)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func dealState(_ id: DealID) throws(ChainError) -> DealState? {
    let market = try view().market()
    return try chainResult(.state, "deal \(id)") { () throws(ActorError) in
      try market.dealState(id, in: chain.blocks)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func receipt(of message: CID) throws(ChainError) -> Receipt? {
    try follower.receipt(of: message, searching: Self.receiptDepth)?.receipt
  }
}

extension StateView {
  /// The state of the storage market.
  fileprivate func market() throws(ChainError) -> MarketState {
    try chainResult(.state, "market") { () throws(VMError) in try tree.state(of: SingletonActors.market) }
  }
}
