internal import FilCore

extension VerifregActor {
  static func claim(
    _ params: ClaimAllocationsParams, _ runtime: some Runtime
  ) throws(ActorError) -> ClaimAllocationsReturn {
    try runtime.validateCaller(.types([.miner]))
    try require(!params.sectors.isEmpty, .illegalArgument, "claim allocations called with no claims")
    let answer = try runtime.transaction(VerifregState.self) { (state) throws(ActorError) in
      var claims = try NestedMap<Claim, _>(root: state.claims, store: runtime.store)
      var allocations = try NestedMap<Allocation, _>(root: state.allocations, store: runtime.store)
      var answer = ClaimAllocationsReturn(results: BatchReturn([]), claimedSpace: [])
      for sector in params.sectors {
        let (code, found) = try find(sector, allocations, runtime)
        answer.results.append(code)
        guard code.isSuccess else { continue }
        for (number, claim) in found {
          let isNew = try claims.setIfAbsent(claim.provider, number, to: claim)
          try require(isNew, .illegalArgument, "claim \(number) already exists")
          try runtime.emit(event("claim", number, claim))
          try allocations.remove(claim.client, number)
        }
        answer.claimedSpace.append(found.reduce(BigInt.zero) { $0 + BigInt($1.1.size) })
      }
      state.allocations = try allocations.flush()
      state.claims = try claims.flush()
      return answer
    }
    try require(
      !params.allOrNothing || answer.results.isAllOK, .illegalArgument, "claim failed with all-or-nothing")
    try burn(answer.claimedSpace.reduce(0, +), runtime)
    return answer
  }

  /// The claims of a sector, if all of its allocations may be claimed by it.
  private static func find<Store: Blockstore>(
    _ sector: SectorAllocationClaims, _ allocations: NestedMap<Allocation, Store>, _ runtime: some Runtime
  ) throws(ActorError) -> (ExitCode, [(UInt64, Claim)]) {
    let (provider, epoch) = (runtime.message.caller, runtime.epoch)
    let lifetime = sector.expiry - epoch
    var found: [(UInt64, Claim)] = []
    for wanted in sector.claims {
      guard let allocation = try allocations.get(wanted.client, wanted.allocationID) else { return (.notFound, []) }
      let isSame =
        provider == allocation.provider && wanted.client == allocation.client && wanted.data == allocation.data
        && wanted.size == allocation.size
      let isInTime =
        epoch <= allocation.expiration && lifetime >= allocation.termMin && lifetime <= allocation.termMax
      guard isSame, isInTime else { return (.forbidden, []) }
      let claim = Claim(
        provider: provider, client: allocation.client, data: allocation.data, size: allocation.size,
        termMin: allocation.termMin, termMax: allocation.termMax, termStart: epoch, sector: sector.sector)
      found.append((wanted.allocationID, claim))
    }
    return (.ok, found)
  }

  /// The event about a claim.
  static func event(_ type: String, _ number: UInt64, _ claim: Claim) -> ActorEvent {
    ActorEvent(type: type).indexed("id", number).indexed("client", claim.client)
      .indexed("provider", claim.provider).indexed("piece-cid", claim.data).field("piece-size", claim.size)
      .field("term-min", claim.termMin).field("term-max", claim.termMax).field("term-start", claim.termStart)
      .indexed("sector", claim.sector)
  }
}
