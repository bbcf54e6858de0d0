internal import FilCore

extension MarketActor {
  /// The CID of a proposal's CBOR.
  static func cid(_ proposal: [UInt8], _ runtime: some Runtime) -> CID {
    CID(codec: .dagCBOR, hash: .blake2b256, digest: runtime.blake2b256(proposal))
  }

  /// Checks deals for sectors that are about to be sealed.
  static func verify(
    _ params: VerifyDealsForActivationParams, _ runtime: some Runtime
  ) throws(ActorError) -> VerifyDealsForActivationReturn {
    try runtime.validateCaller(.types([.miner]))
    let state = try runtime.state(MarketState.self)
    let proposals = try state.loadProposals(runtime.store)
    var commitments: [CID?] = []
    for sector in params.sectors {
      var deals: [DealProposal] = []
      for (index, id) in sector.dealIDs.enumerated() {
        try require(!sector.dealIDs[..<index].contains(id), .illegalArgument, "duplicate deal ID \(id) in sector")
        deals.append(try state.proposal(id, in: proposals))
      }
      try check(deals, for: sector, runtime)
      commitments.append(deals.isEmpty ? nil : try commitment(to: deals, sector.sealProof, runtime))
    }
    return VerifyDealsForActivationReturn(unsealedCIDs: commitments)
  }

  private static func check(
    _ deals: [DealProposal], for sector: SectorDeals, _ runtime: some Runtime
  ) throws(ActorError) {
    let size = try sector.sealProof.sectorSize.orAbort(.illegalArgument, "sector size unknown")
    for deal in deals { try checkActivation(of: deal, until: sector.expiration, runtime) }
    let space = deals.reduce(BigInt.zero) { $0 + BigInt($1.pieceSize) }
    try require(
      space <= BigInt(size.rawValue), .illegalArgument, "deals too large to fit in sector \(space) > \(size)")
  }

  /// Fails if a deal cannot be activated now in a sector of the calling miner.
  static func checkActivation(
    of deal: DealProposal, until expiration: ChainEpoch, _ runtime: some Runtime
  ) throws(ActorError) {
    let miner = Address(id: runtime.message.caller)
    try require(deal.provider == miner, .forbidden, "proposal has provider \(deal.provider), must be \(miner)")
    try require(
      runtime.epoch <= deal.startEpoch, .dealExpired, "proposal start epoch \(deal.startEpoch) has already elapsed")
    try require(
      deal.endEpoch <= expiration, .illegalArgument,
      "proposal expiration \(deal.endEpoch) exceeds sector expiration \(expiration)")
  }

  private static func commitment(
    to deals: [DealProposal], _ type: RegisteredSealProof, _ runtime: some Runtime
  ) throws(ActorError) -> CID {
    let pieces = deals.map { PieceInfo(size: $0.pieceSize, cid: $0.pieceCID) }
    return try orAbort(.illegalArgument, "failed to compute unsealed sector CID") { () throws(SyscallError) in
      try runtime.unsealedSectorCID(type: type, pieces: pieces)
    }
  }

  /// Activates deals in sectors; those in one sector are activated together or not at all.
  static func activate(
    _ params: BatchActivateDealsParams, _ runtime: some Runtime
  ) throws(ActorError) -> BatchActivateDealsReturn {
    try runtime.validateCaller(.types([.miner]))
    return try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      var activation = try DealActivator(state, runtime)
      var results = BatchReturn([])
      var activations: [SectorDealActivation] = []
      for sector in params.sectors {
        switch try activation.check(sector) {
        case .failure(let error): results.append(error.exitCode)
        case .success(let deals):
          activations.append(try activate(deals, in: sector, computeCID: params.computeCID, &activation, runtime))
          results.append(.ok)
        }
      }
      try activation.save(to: &state)
      return BatchActivateDealsReturn(results: results, activations: activations)
    }
  }

  private static func activate<R: Runtime>(
    _ deals: [DealProposal], in sector: SectorDeals, computeCID: Bool, _ activation: inout DealActivator<R>,
    _ runtime: R
  ) throws(ActorError) -> SectorDealActivation {
    var activated: [ActivatedDeal] = []
    for (id, deal) in zip(sector.dealIDs, deals) {
      let allocation = try activation.activate(id, in: sector.number)
      activated.append(
        ActivatedDeal(
          client: try deal.client.requireID(), allocationID: allocation ?? 0, data: deal.pieceCID, size: deal.pieceSize))
    }
    let commitment =
      computeCID && !deals.isEmpty ? try commitment(to: deals, sector.sealProof, runtime) : nil
    activation.add(sector.dealIDs, to: sector.number)
    for (id, deal) in zip(sector.dealIDs, deals) { try runtime.emit(try event("deal-activated", id, deal)) }
    return SectorDealActivation(activated: activated, unsealedCID: commitment)
  }

  /// Activates the deals that the payloads of pieces in sectors name, each by itself.
  static func sectorContentChanged(
    _ params: SectorContentChangedParams, _ runtime: some Runtime
  ) throws(ActorError) -> [SectorContentReturn] {
    try runtime.validateCaller(.types([.miner]))
    return try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      var activation = try DealActivator(state, runtime)
      var results: [SectorContentReturn] = []
      for sector in params.sectors {
        var accepted: [DealID] = []
        var answers: [Bool] = []
        for piece in sector.added {
          let id = try activate(piece, in: sector, &activation, runtime)
          if let id { accepted.append(id) }
          answers.append(id != nil)
        }
        activation.add(accepted, to: sector.sector)
        results.append(SectorContentReturn(added: answers))
      }
      try activation.save(to: &state)
      return results
    }
  }

  /// Activates the deal that a piece's payload names, if it is about that piece.
  private static func activate<R: Runtime>(
    _ piece: PieceChange, in sector: SectorChanges, _ activation: inout DealActivator<R>, _ runtime: R
  ) throws(ActorError) -> DealID? {
    guard let id = try? DealID(cbor: piece.payload),
      case .success(let deal) = try activation.check(id, until: sector.minimumCommitmentEpoch),
      piece.data == deal.pieceCID, piece.size == deal.pieceSize
    else { return nil }
    try runtime.emit(try event("deal-activated", id, deal))
    _ = try activation.activate(id, in: sector.sector)
    return id
  }
}
