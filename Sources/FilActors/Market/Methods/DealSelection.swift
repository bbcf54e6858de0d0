internal import FilCore

/// A deal that is to be put on the chain.
struct ValidDeal {
  /// Where it stands among the deals that were sent.
  let index: Int
  /// Its terms with ID addresses.
  let proposal: DealProposal
  /// Their CBOR.
  let encoded: [UInt8]
  /// Their CID.
  let cid: CID
}

/// The deals of one provider that can be put on the chain together: their parties have the money and the datacap.
struct DealSelection {
  private let provider: ActorID
  private let address: Address
  private let state: MarketState
  private var clientLockup: [ActorID: TokenAmount] = [:]
  private var providerLockup = TokenAmount.zero
  private var remainingDatacap: [ActorID: TokenAmount] = [:]
  private var allocations: [ActorID: [(cid: CID, request: AllocationRequest)]] = [:]
  /// Those that were selected.
  private(set) var deals: [ValidDeal] = []

  /// No deals of a provider, which is named by its number or by the address of the first deal.
  init(provider: ActorID, address: Address, state: MarketState) {
    self.provider = provider
    self.address = address
    self.state = state
  }

  /// Selects a deal if it can go with the others.
  mutating func consider(_ deal: DealProposal, index: Int, _ runtime: some Runtime) throws(ActorError) {
    guard deal.provider == address || deal.provider == Address(id: provider) else { return }
    guard let client = runtime.resolve(deal.client) else { return }
    let clientLockup = clientLockup[client, default: .zero] + deal.clientBalanceRequirement
    guard try state.canLock(clientLockup, of: Address(id: client), in: runtime.store) else { return }
    let providerLockup = providerLockup + deal.providerCollateral
    guard try state.canLock(providerLockup, of: Address(id: provider), in: runtime.store) else { return }
    let deal = normalized(deal, client: client, index: index, runtime)
    guard try isNew(deal, runtime) else { return }
    if deal.proposal.isVerified {
      guard try reserveDatacap(for: deal, client: client, runtime) else { return }
    }
    self.clientLockup[client] = clientLockup
    self.providerLockup = providerLockup
    deals.append(deal)
  }

  private func normalized(
    _ deal: DealProposal, client: ActorID, index: Int, _ runtime: some Runtime
  ) -> ValidDeal {
    var deal = deal
    deal.provider = Address(id: provider)
    deal.client = Address(id: client)
    let bytes = deal.cbor
    return ValidDeal(index: index, proposal: deal, encoded: bytes, cid: MarketActor.cid(bytes, runtime))
  }

  private func isNew(_ deal: ValidDeal, _ runtime: some Runtime) throws(ActorError) -> Bool {
    try !state.loadPending(runtime.store).contains(deal.cid) && !deals.contains { $0.cid == deal.cid }
  }

  private mutating func reserveDatacap(
    for deal: ValidDeal, client: ActorID, _ runtime: some Runtime
  ) throws(ActorError) -> Bool {
    let remaining = try remainingDatacap(of: client, runtime)
    // The reference reads the size as a signed number.
    let needed = TokenAmount.fil(Int64(bitPattern: deal.proposal.pieceSize))
    guard remaining >= needed else {
      remainingDatacap[client] = remaining
      return false
    }
    remainingDatacap[client] = remaining - needed
    allocations[client, default: []].append((deal.cid, request(deal.proposal, runtime)))
    return true
  }

  private func remainingDatacap(of client: ActorID, _ runtime: some Runtime) throws(ActorError) -> TokenAmount {
    if let known = remainingDatacap[client] { return known }
    do {
      return try runtime.call(.datacapActor, DatacapMethods.balance, IPLDBlock(Address(id: client))).requireReturn()
    } catch {
      throw ActorError(.notFound, "failed to get datacap balance for client f0\(client): \(error)")
    }
  }

  private func request(_ deal: DealProposal, _ runtime: some Runtime) -> AllocationRequest {
    let policy = runtime.policy
    return AllocationRequest(
      provider: provider, data: deal.pieceCID, size: deal.pieceSize, termMin: deal.duration,
      termMax: min(
        deal.duration + policy.marketDefaultAllocationTermBuffer, policy.maximumVerifiedAllocationTerm),
      expiration: min(deal.startEpoch, runtime.epoch + policy.maximumVerifiedAllocationExpiration))
  }

  /// Has the datacap of the verified deals set aside, once for each client.
  ///
  /// - Returns: The allocations by the CIDs of the deals.
  func allocate(_ runtime: some Runtime) throws(ActorError) -> [CID: UInt64] {
    var numbers: [CID: UInt64] = [:]
    for (client, requests) in allocations.sorted(by: { $0.key < $1.key }) {
      let response: AllocationsResponse
      do {
        response = try transfer(requests.map(\.request), from: client, runtime)
      } catch {
        throw ActorError(.illegalState, "failed to transfer datacap from client f0\(client): \(error)")
      }
      try require(
        response.newAllocations.count == requests.count, .illegalState,
        "\(response.newAllocations.count) allocations for \(requests.count) requests")
      for (request, number) in zip(requests, response.newAllocations) { numbers[request.cid] = number }
    }
    return numbers
  }

  private func transfer(
    _ requests: [AllocationRequest], from client: ActorID, _ runtime: some Runtime
  ) throws(ActorError) -> AllocationsResponse {
    let bytes = requests.reduce(BigInt.zero) { $0 + BigInt($1.size) }
    let params = TransferFromParams(
      from: Address(id: client), to: .verifregActor, amount: Datacap.tokens(bytes),
      operatorData: AllocationRequests(allocations: requests, extensions: []).cbor)
    let result: TransferFromReturn = try runtime.call(
      .datacapActor, DatacapMethods.transferFrom, IPLDBlock(params)
    ).requireReturn()
    return try orAbort(.serialization, "allocations response") { () throws(CBORError) in
      try AllocationsResponse(cbor: result.recipientData)
    }
  }
}
