internal import FilCore

extension MarketActor {
  /// Runs a method that only returns something of the state.
  static func query(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    switch method {
    case Method.getBalance:
      return try Dispatch.run(params) { (owner: Address) throws(ActorError) in try balance(of: owner, runtime) }
    case Method.getDealDataCommitment:
      return try read(params, runtime) { DealDataCommitment(data: $0.pieceCID, size: $0.pieceSize) }
    case Method.getDealClient: return try read(params, runtime) { (deal) throws(ActorError) in try deal.client.requireID() }
    case Method.getDealProvider: return try read(params, runtime) { (deal) throws(ActorError) in try deal.provider.requireID() }
    case Method.getDealLabel: return try read(params, runtime) { $0.label }
    case Method.getDealTerm: return try read(params, runtime) { DealTerm(start: $0.startEpoch, duration: $0.duration) }
    case Method.getDealTotalPrice: return try read(params, runtime) { $0.totalStorageFee }
    case Method.getDealClientCollateral: return try read(params, runtime) { $0.clientCollateral }
    case Method.getDealProviderCollateral: return try read(params, runtime) { $0.providerCollateral }
    case Method.getDealVerified: return try read(params, runtime) { $0.isVerified }
    case Method.getDealActivation:
      return try Dispatch.run(params) { (id: DealID) throws(ActorError) in
        let state = try dealState(id, runtime)
        return DealActivation(activated: state?.sectorStartEpoch ?? -1, terminated: state?.slashEpoch ?? -1)
      }
    case Method.getDealSector:
      return try Dispatch.run(params) { (id: DealID) throws(ActorError) in
        try dealState(id, runtime).orAbort(.dealNotActivated, "deal \(id) not yet activated").sector
      }
    default: throw ActorError(.unhandledMessage, "invalid method: \(method)")
    }
  }

  private static func balance(of owner: Address, _ runtime: some Runtime) throws(ActorError) -> EscrowBalance {
    try runtime.validateCaller(.any)
    let id = try runtime.resolve(owner).orAbort(.illegalArgument, "failed to resolve address \(owner)")
    return try runtime.state(MarketState.self).balance(of: Address(id: id), in: runtime.store)
  }

  /// Returns something of a deal's proposal.
  private static func read(
    _ params: IPLDBlock?, _ runtime: some Runtime, _ field: (DealProposal) throws(ActorError) -> some CBOREncodable
  ) throws(ActorError) -> IPLDBlock? {
    try Dispatch.run(params) { (id: DealID) throws(ActorError) in
      try runtime.validateCaller(.any)
      return try field(try runtime.state(MarketState.self).proposal(id, in: runtime.store))
    }
  }

  /// The state of a deal; `nil` if it is not activated yet.
  ///
  /// - Throws: `ActorError`: `dealExpired` if the deal is over, `notFound` if there never was one.
  private static func dealState(_ id: DealID, _ runtime: some Runtime) throws(ActorError) -> DealState? {
    try runtime.validateCaller(.any)
    let state = try runtime.state(MarketState.self)
    guard let deal = try state.loadStates(runtime.store).get(id) else {
      _ = try state.proposal(id, in: runtime.store)
      return nil
    }
    // A deal that was ended and is only waiting to be cleaned up is over for all others.
    try require(!deal.wasSlashed, .dealExpired, "deal \(id) expired")
    return deal
  }
}
