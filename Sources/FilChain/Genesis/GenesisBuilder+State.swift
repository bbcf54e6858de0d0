internal import FilActors
internal import FilCore
internal import FilVM

extension GenesisBuilder {
  /// The state with all actors that are set by hand.
  ///
  /// - Returns: Its root.
  func initialState() throws(GenesisError) -> CID {
    let tree = StateTree(store: store)
    let ids = try accountIDs()
    try orFail { () throws(VMError) in try setSingletons(tree, ids: ids) }
    for account in template.accounts {
      guard let id = ids[account.key] else { continue }
      try orFail { () throws(VMError) in try setAccount(id, account.key, account.balance, in: tree) }
    }
    try set(template.verifregRoot, at: 80, balance: .zero, ids: ids, in: tree)
    try orFail { () throws(VMError) in try setAccount(81, template.firstVerifier, .zero, in: tree) }
    let given = template.accounts.reduce(parameters.rewardBalance) { $0 + $1.balance }
    guard given <= parameters.totalSupply else {
      throw GenesisError(.template, "the accounts get more money than there is")
    }
    try set(template.reserve, at: SingletonActors.reserve, balance: parameters.totalSupply - given, ids: ids, in: tree)
    tree.set(SingletonActors.eam, to: ActorRecord(code: parameters.codes[.eam]))
    return try orFail { () throws(VMError) in try tree.flush() }
  }

  /// The numbers of all keys: those of the accounts, then the signers' of the multisigs, from 100 on.
  private func accountIDs() throws(GenesisError) -> [Address: ActorID] {
    var ids: [Address: ActorID] = [:]
    var next = Self.firstAccount
    for key in template.accounts.map(\.key) + template.verifregRoot.signers + template.reserve.signers
    where ids[key] == nil {
      ids[key] = next
      next += 1
    }
    guard next <= Self.firstMiner else { throw GenesisError(.template, "too many accounts") }
    for (owner, id) in [(template.verifregRoot, 80), (template.reserve, SingletonActors.reserve)] {
      guard case .account(let key) = owner else { continue }
      guard ids.updateValue(id, forKey: key) == nil else {
        throw GenesisError(.template, "\(key) cannot be f0\(id) and another account")
      }
    }
    return ids
  }

  private func setSingletons(_ tree: StateTree<Store>, ids: [Address: ActorID]) throws(VMError) {
    let manifest = Block(dagCBOR: parameters.codes.manifest)
    try put(manifest)
    try set(.system, at: SingletonActors.system, SystemState(builtinActors: manifest.cid), in: tree)
    try set(.`init`, at: SingletonActors.`init`, try initState(ids), in: tree)
    try set(
      .reward, at: SingletonActors.reward, RewardState(realizedPower: 0), balance: parameters.rewardBalance, in: tree)
    let schedule = CronState(entries: [
      CronState.Entry(receiver: .powerActor, method: PowerActor.Method.onEpochTickEnd),
      CronState.Entry(receiver: .marketActor, method: MarketActor.Method.cronTick),
    ])
    try set(.cron, at: SingletonActors.cron, schedule, in: tree)
    try set(
      .power, at: SingletonActors.power, try state { (store) throws(ActorError) in try PowerState(store: store) },
      in: tree)
    try set(
      .market, at: SingletonActors.market, try state { (store) throws(ActorError) in try MarketState(store: store) },
      in: tree)
    try set(
      .verifreg, at: SingletonActors.verifreg,
      try state { (store) throws(ActorError) in try VerifregState(rootKey: Address(id: 80), store: store) }, in: tree)
    try set(
      .datacap, at: SingletonActors.datacap,
      try state { (store) throws(ActorError) in try DatacapState(governor: .verifregActor, store: store) }, in: tree)
    try setAccount(SingletonActors.burntFunds, .burntFundsActor, .zero, in: tree)
  }

  private func initState(_ ids: [Address: ActorID]) throws(VMError) -> InitState {
    var map = HAMTMap<Address, ActorID, Store>(store: store)
    do {
      for (key, id) in ids.sorted(by: { $0.value < $1.value }) { try map.set(key, to: id) }
      return InitState(addressMap: try map.flush(), nextID: Self.firstMiner, networkName: template.networkName)
    } catch {
      throw VMError(.store, error.description)
    }
  }

  private func put(_ block: Block) throws(VMError) {
    do {
      try store.put(block)
    } catch {
      throw VMError(.store, error.description)
    }
  }

  /// An actor's first state, whose collections go into the store.
  private func state<State>(_ make: (Store) throws(ActorError) -> State) throws(VMError) -> State {
    do {
      return try make(store)
    } catch {
      throw VMError(.store, error.description)
    }
  }

  private func set(
    _ type: ActorType, at id: ActorID, _ state: some CBOREncodable, balance: TokenAmount = .zero,
    in tree: StateTree<Store>
  ) throws(VMError) {
    tree.set(id, to: ActorRecord(code: parameters.codes[type], head: try tree.put(state), balance: balance))
  }

  private func setAccount(
    _ id: ActorID, _ key: Address, _ balance: TokenAmount, in tree: StateTree<Store>
  ) throws(VMError) {
    let delegated = key.protocol == .delegated ? key : nil
    let head = try tree.put(AccountState(address: key))
    tree.set(
      id,
      to: ActorRecord(
        code: parameters.codes[.account], head: head, balance: balance, delegatedAddress: delegated))
  }

  private func set(
    _ owner: GenesisOwner, at id: ActorID, balance: TokenAmount, ids: [Address: ActorID], in tree: StateTree<Store>
  ) throws(GenesisError) {
    switch owner {
    case .account(let key):
      try orFail { () throws(VMError) in try setAccount(id, key, balance, in: tree) }
    case .multisig(let keys, let threshold):
      var signers: [Address] = []
      for key in keys {
        guard let signer = ids[key] else { throw GenesisError(.template, "signer \(key) has no number") }
        signers.append(Address(id: signer))
        try orFail { () throws(VMError) in
          if try tree.get(signer) == nil { try setAccount(signer, key, .zero, in: tree) }
        }
      }
      let all = signers
      let state = try orFail(actor: { () throws(ActorError) in
        try MultisigState(
          signers: all, threshold: threshold, lockedBalance: balance, startEpoch: 0, unlockDuration: 0, store: store)
      })
      try orFail { () throws(VMError) in try set(.multisig, at: id, state, balance: balance, in: tree) }
    }
  }
}

extension GenesisOwner {
  /// The keys of a multisig; none for a key of its own, whose number is fixed.
  fileprivate var signers: [Address] {
    switch self {
    case .account: []
    case .multisig(let signers, _): signers
    }
  }
}
