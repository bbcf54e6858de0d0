internal import FilCore

extension VerifregActor {
  /// Takes datacap that a client sends, and sets it aside or has claims count longer as the client wishes.
  static func receive(
    _ params: UniversalReceiverParams, _ runtime: some Runtime
  ) throws(ActorError) -> AllocationsResponse {
    try runtime.validateCaller(.actors([.datacapActor]))
    let received = try tokens(params, runtime)
    let requests = try orAbort(.serialization, "allocation requests") { () throws(CBORError) in
      try AllocationRequests(cbor: received.operatorData)
    }
    var allocations: [Allocation] = []
    for request in requests.allocations {
      try check(request, runtime)
      allocations.append(
        Allocation(
          client: received.from, provider: request.provider, data: request.data, size: request.size,
          termMin: request.termMin, termMax: request.termMax, expiration: request.expiration))
    }
    let extended = try extend(requests.extensions, runtime)
    let extensionTotal = extended.reduce(BigInt.zero) { $0 + BigInt($1.1.size) }
    let total = allocations.reduce(extensionTotal) { $0 + BigInt($1.size) }
    try require(
      total == Datacap.bytes(received.amount), .illegalArgument,
      "total allocation size \(total) must match data cap amount received \(Datacap.bytes(received.amount))")
    // What is set aside is destroyed when it is claimed.
    try burn(extensionTotal, runtime)
    let numbers = try save(allocations, extended, client: received.from, runtime)
    return AllocationsResponse(
      allocationResults: .allSucceeded(allocations.count), extensionResults: .allSucceeded(extended.count),
      newAllocations: numbers)
  }

  private static func tokens(
    _ params: UniversalReceiverParams, _ runtime: some Runtime
  ) throws(ActorError) -> TokenReceived {
    try require(
      params.type == TokenReceived.type, .illegalArgument,
      "invalid token type \(params.type), expected \(TokenReceived.type) (FRC-46)")
    let received = try orAbort(.serialization, "receiver hook payload") { () throws(CBORError) in
      try TokenReceived(cbor: params.payload)
    }
    try require(
      received.to == runtime.message.receiver, .illegalArgument,
      "token receiver expected to \(runtime.message.receiver), was \(received.to)")
    return received
  }

  private static func check(_ request: AllocationRequest, _ runtime: some Runtime) throws(ActorError) {
    let (policy, epoch) = (runtime.policy, runtime.epoch)
    try require(
      BigInt(request.size) >= policy.minimumVerifiedAllocationSize, .illegalArgument,
      "allocation size \(request.size) below minimum \(policy.minimumVerifiedAllocationSize)")
    try require(
      request.termMin >= policy.minimumVerifiedAllocationTerm, .illegalArgument,
      "allocation term min \(request.termMin) below limit \(policy.minimumVerifiedAllocationTerm)")
    try require(
      request.termMax <= policy.maximumVerifiedAllocationTerm, .illegalArgument,
      "allocation term max \(request.termMax) above limit \(policy.maximumVerifiedAllocationTerm)")
    try require(
      request.termMin <= request.termMax, .illegalArgument,
      "allocation term min \(request.termMin) exceeds term max \(request.termMax)")
    try require(
      request.expiration >= epoch, .illegalArgument,
      "allocation expiration epoch \(request.expiration) has passed current epoch \(epoch)")
    try require(
      request.expiration <= epoch + policy.maximumVerifiedAllocationExpiration, .illegalArgument,
      "allocation expiration \(request.expiration) exceeds maximum")
    let code = try runtime.code(of: request.provider)
      .orAbort(.illegalArgument, "no code CID for provider \(request.provider)")
    try require(
      runtime.type(of: code) == .miner, .illegalArgument,
      "allocation provider \(request.provider) must be a miner actor")
  }

  /// The claims that are to count longer, with their new terms.
  private static func extend(
    _ requests: [ClaimExtensionRequest], _ runtime: some Runtime
  ) throws(ActorError) -> [(UInt64, Claim)] {
    let root = try runtime.state(VerifregState.self).claims
    let claims = try NestedMap<Claim, _>(root: root, store: runtime.store)
    let epoch = runtime.epoch
    var extended: [(UInt64, Claim)] = []
    for request in requests {
      var claim = try claims.get(request.provider, request.claim)
        .orAbort(.notFound, "no claim \(request.claim) for provider \(request.provider)")
      let limit = epoch + runtime.policy.maximumVerifiedAllocationTerm - claim.termStart
      try require(
        request.termMax <= limit, .illegalArgument,
        "term_max \(request.termMax) for claim \(request.claim) exceeds maximum \(limit)")
      try require(
        request.termMax > claim.termMax, .illegalArgument,
        "term_max \(request.termMax) for claim \(request.claim) is not larger than existing")
      try require(
        epoch <= claim.termStart + claim.termMax, .forbidden, "claim \(request.claim) expired")
      claim.termMax = request.termMax
      extended.append((request.claim, claim))
    }
    return extended
  }

  private static func save(
    _ allocations: [Allocation], _ extended: [(UInt64, Claim)], client: ActorID, _ runtime: some Runtime
  ) throws(ActorError) -> [UInt64] {
    try runtime.transaction(VerifregState.self) { (state) throws(ActorError) in
      var table = try NestedMap<Allocation, _>(root: state.allocations, store: runtime.store)
      var numbers: [UInt64] = []
      for allocation in allocations {
        let number = state.nextAllocationID
        try table.set(client, number, to: allocation)
        state.nextAllocationID += 1
        numbers.append(number)
      }
      state.allocations = try table.flush()
      for (number, allocation) in zip(numbers, allocations) { try runtime.emit(event(number, allocation)) }
      var claims = try NestedMap<Claim, _>(root: state.claims, store: runtime.store)
      for (number, claim) in extended { try claims.set(claim.provider, number, to: claim) }
      state.claims = try claims.flush()
      for (number, claim) in extended { try runtime.emit(event("claim-updated", number, claim)) }
      return numbers
    }
  }

  private static func event(_ number: UInt64, _ allocation: Allocation) -> ActorEvent {
    ActorEvent(type: "allocation").indexed("id", number).indexed("client", allocation.client)
      .indexed("provider", allocation.provider).indexed("piece-cid", allocation.data)
      .field("piece-size", allocation.size).field("term-min", allocation.termMin)
      .field("term-max", allocation.termMax).field("expiration", allocation.expiration)
  }
}
