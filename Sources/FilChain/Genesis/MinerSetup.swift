internal import FilActors
internal import FilCore
internal import FilVM

/// Creates the miners of a genesis, publishes their deals and commits their sectors.
struct MinerSetup<Store: Blockstore> {
  /// A miner that was created.
  private struct Created {
    let address: Address
    let template: GenesisMiner
    /// When its sectors expire.
    let expiration: ChainEpoch
    var deals: [DealID] = []
  }

  private let builder: GenesisBuilder<Store>
  private let machine: Machine<Store>

  init(_ builder: GenesisBuilder<Store>, _ machine: Machine<Store>) {
    self.builder = builder
    self.machine = machine
  }

  /// Sets all miners up.
  func run() throws(GenesisError) {
    var miners: [Created] = []
    for (index, template) in builder.template.miners.enumerated() {
      var miner = try create(template, number: GenesisBuilder<Store>.firstMiner + ActorID(index))
      try fund(miner)
      miner.deals = try publish(miner)
      miners.append(miner)
    }
    var total = PowerPair.zero
    for miner in miners { for sector in miner.template.sectors { total += try power(of: sector, miner) } }
    // Pledges are computed as if all sectors had their power already.
    let power = total
    try changePower { state in
      state.totalRawBytePower = power.raw
      state.totalQualityAdjustedPower = power.qa
      state.thisEpochRawBytePower = power.raw
      state.thisEpochQualityAdjustedPower = power.qa
    }
    try setReward()
    for miner in miners { for index in miner.template.sectors.indices { try commit(index, of: miner) } }
    let state = try orFail { () throws(VMError) in try machine.tree.state(PowerState.self, of: SingletonActors.power) }
    guard state.totalRawBytePower == total.raw, state.totalQualityAdjustedPower == total.qa else {
      throw GenesisError(.message, "the network's power is \(state.totalRawBytePower), not \(total.raw)")
    }
  }

  private func execute(
    _ to: Address, from: Address, value: TokenAmount = .zero, _ method: MethodNumber, _ params: some CBOREncodable
  ) throws(GenesisError) -> [UInt8] {
    try builder.execute(
      Message(to: to, from: from, value: value, method: method, params: params.cbor), on: machine)
  }

  private func decode<Value: CBORDecodable>(_ bytes: [UInt8], _ type: Value.Type = Value.self) throws(GenesisError)
    -> Value
  {
    do {
      return try Value(cbor: bytes)
    } catch {
      throw GenesisError(.message, "unexpected result: \(error)")
    }
  }

  // MARK: Creating

  private func create(_ template: GenesisMiner, number: ActorID) throws(GenesisError) -> Created {
    guard let postProof = template.sealProof.windowPoStProof else {
      throw GenesisError(.template, "seal proof \(template.sealProof) does not exist")
    }
    let params = CreateMinerParams(
      owner: template.worker, worker: template.worker, windowPoStProofType: postProof, peerID: template.peerID,
      multiaddrs: [])
    let bytes = try execute(
      .powerActor, from: template.owner, value: try deposit(), PowerActor.Method.createMiner, params)
    let created: ExecReturn = try decode(bytes)
    guard created.idAddress == Address(id: number) else {
      throw GenesisError(.message, "miner \(created.idAddress) in place of f0\(number)")
    }
    let state = try orFail { () throws(VMError) in try machine.tree.state(MinerState.self, of: number) }
    let periods = builder.parameters.policy.maxSectorExpirationExtension / EpochDuration.day
    let expiration = (periods - 1) * EpochDuration.day + state.provingPeriodStart - 1
    return Created(address: created.idAddress, template: template, expiration: expiration)
  }

  /// What creating a miner costs (FIP-0077), by the supply that genesis assumes.
  private func deposit() throws(GenesisError) -> TokenAmount {
    let inputs = try pledgeInputs(supply: builder.parameters.depositSupply)
    return MinerFunds.initialPledge(builder.parameters.policy.createMinerDepositPower, inputs)
  }

  private func pledgeInputs(supply: TokenAmount) throws(GenesisError) -> NetworkPledgeInputs {
    let tree = machine.tree
    return try orFail { () throws(VMError) in
      let power = try tree.state(PowerState.self, of: SingletonActors.power)
      let reward = try tree.state(RewardState.self, of: SingletonActors.reward)
      return NetworkPledgeInputs(
        networkPower: power.thisEpochQAPowerSmoothed, baselinePower: reward.thisEpochBaselinePower,
        circulatingSupply: supply, epochReward: reward.thisEpochRewardSmoothed, epochsSinceRampStart: 0,
        rampDurationEpochs: power.rampDurationEpochs)
    }
  }

  private func fund(_ miner: Created) throws(GenesisError) {
    guard miner.template.marketBalance > .zero else { return }
    _ = try execute(
      .marketActor, from: miner.template.worker, value: miner.template.marketBalance, MarketActor.Method.addBalance,
      miner.address)
  }

  // MARK: Deals

  /// Publishes the deals of a miner's sectors in order.
  private func publish(_ miner: Created) throws(GenesisError) -> [DealID] {
    let deals = miner.template.sectors.compactMap { sector in
      sector.deal.map { deal in
        var deal = deal
        deal.proposal.isVerified = true
        deal.proposal.endEpoch = miner.expiration
        return deal
      }
    }
    guard !deals.isEmpty else { return [] }
    let bytes = try execute(
      .marketActor, from: miner.template.worker, MarketActor.Method.publishStorageDeals,
      PublishStorageDealsParams(deals: deals))
    let published: PublishStorageDealsReturn = try decode(bytes)
    guard published.ids.count == deals.count else {
      throw GenesisError(.message, "\(deals.count - published.ids.count) deals were refused")
    }
    return published.ids
  }

  private func power(of sector: GenesisSector, _ miner: Created) throws(GenesisError) -> PowerPair {
    guard let size = sector.sealProof.sectorSize, sector.sealProof == miner.template.sealProof else {
      throw GenesisError(.template, "sector \(sector.number) has another type than its miner")
    }
    let dealWeight = sector.deal.map { deal in
      BigInt(deal.proposal.pieceSize) * BigInt(miner.expiration - deal.proposal.startEpoch)
    }
    let quality = SectorQuality.power(size, duration: miner.expiration, verifiedWeight: dealWeight ?? 0)
    return PowerPair(raw: BigInt(size.rawValue), qa: quality)
  }

  // MARK: Sectors

  private func commit(_ index: Int, of miner: Created) throws(GenesisError) {
    let sector = miner.template.sectors[index]
    let power = try power(of: sector, miner)
    try changePower { state in
      state.totalRawBytePower -= power.raw
      state.totalQualityAdjustedPower -= power.qa
    }
    try preCommit(index, of: miner, power)
    try activate(sector, of: miner)
    let claim = UpdateClaimedPowerParams(rawByteDelta: power.raw, qualityAdjustedDelta: power.qa)
    _ = try execute(.powerActor, from: miner.address, PowerActor.Method.updateClaimedPower, claim)
    try prove(miner.address)
  }

  private func preCommit(_ index: Int, of miner: Created, _ power: PowerPair) throws(GenesisError) {
    let sector = miner.template.sectors[index]
    let dealIndex = miner.template.sectors[..<index].count { $0.deal != nil }
    let info = SectorPreCommitInfo(
      sealProof: sector.sealProof, number: sector.number, sealedCID: sector.sealedCID, sealRandEpoch: -1,
      dealIDs: sector.deal == nil ? [] : [miner.deals[dealIndex]], expiration: miner.expiration,
      unsealedCID: sector.unsealedCID)
    let inputs = try pledgeInputs(supply: .zero)
    let size = sector.sealProof.sectorSize.map(SectorQuality.maximumPower) ?? 0
    let deposit = MinerFunds.preCommitDeposit(size, reward: inputs.epochReward, networkPower: inputs.networkPower)
    _ = try execute(
      miner.address, from: miner.template.worker, value: deposit + MinerFunds.initialPledge(power.qa, inputs),
      MinerActor.Method.preCommitSectorBatch2, PreCommitSectorBatch2Params(sectors: [info]))
  }

  private func activate(_ sector: GenesisSector, of miner: Created) throws(GenesisError) {
    let inputs = try pledgeInputs(supply: .zero)
    let none = FilterEstimate(position: 0, velocity: 0)
    let isEstimated = builder.template.pledgesByEstimate
    let params = InternalSectorSetupForPresealParams(
      sectors: [sector.number], rewardSmoothed: isEstimated ? inputs.epochReward : none,
      rewardBaselinePower: isEstimated ? inputs.baselinePower : 0,
      qualityAdjustedPowerSmoothed: isEstimated ? inputs.networkPower : none)
    _ = try execute(
      miner.address, from: .systemActor, MinerActor.Method.internalSectorSetupForPreseal, params)
  }

  /// Has a miner's sectors count as proven.
  private func prove(_ miner: Address) throws(GenesisError) {
    guard let id = miner.id else { return }
    let tree = machine.tree
    let state = try orFail { () throws(VMError) in try tree.state(MinerState.self, of: id) }
    let proven = try orFail(actor: { () throws(ActorError) in
      var proven = state
      try proven.eraseUnproven(in: tree.store)
      return proven
    })
    try set(proven, of: id)
  }

  // MARK: States that are set by hand

  private func changePower(_ change: (inout PowerState) -> Void) throws(GenesisError) {
    let tree = machine.tree
    var state = try orFail { () throws(VMError) in try tree.state(PowerState.self, of: SingletonActors.power) }
    change(&state)
    try set(state, of: SingletonActors.power)
  }

  private func setReward() throws(GenesisError) { try set(RewardState(realizedPower: 0), of: SingletonActors.reward) }

  private func set(_ state: some CBOREncodable, of id: ActorID) throws(GenesisError) {
    let tree = machine.tree
    try orFail { () throws(VMError) in
      var record = try tree.require(id)
      record.head = try tree.put(state)
      tree.set(id, to: record)
    }
  }
}
