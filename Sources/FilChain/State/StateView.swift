internal import FilActors
internal import FilCore
internal import FilVM

/// What the rules of the chain read of a state.
struct StateView<Store: Blockstore> {
  let tree: StateTree<Store>

  /// The state with a root, which alone is read.
  init(root: CID, store: Store) throws(ChainError) {
    tree = try chainResult(.state, "state \(root)") { () throws(VMError) in try StateTree(root: root, store: store) }
  }

  /// The number of the actor with an address; `nil` if there is none.
  func id(of address: Address) throws(ChainError) -> ActorID? {
    try chainResult(.state, "\(address)") { () throws(VMError) in try tree.resolve(address) }
  }

  /// The record of an actor; `nil` if there is none.
  func actor(_ address: Address) throws(ChainError) -> ActorRecord? {
    guard let id = try id(of: address) else { return nil }
    return try chainResult(.state, "\(address)") { () throws(VMError) in try tree.get(id) }
  }

  /// The state of the power actor.
  func power() throws(ChainError) -> PowerState {
    try chainResult(.state, "power") { () throws(VMError) in try tree.state(of: SingletonActors.power) }
  }

  /// The power of a miner; `nil` if there is no such miner.
  func claim(of miner: Address) throws(ChainError) -> PowerClaim? {
    let power = try power()
    return try chainResult(.state, "claims") { () throws(ActorError) in
      try power.claim(of: miner, in: tree.store)
    }
  }

  /// Whether a miner's power lets it take part in elections.
  func meetsMinimum(_ miner: Address, _ policy: Policy) throws(ChainError) -> Bool {
    guard let claim = try claim(of: miner) else { return false }
    return try power().meetsConsensusMinimum(claim, policy)
  }

  /// The state of a miner; `nil` if there is no such miner: all have a claim, which tells them from other actors.
  func miner(_ address: Address) throws(ChainError) -> MinerState? {
    guard let id = address.id, try claim(of: address) != nil else { return nil }
    return try chainResult(.state, "miner \(address)") { () throws(VMError) in try tree.state(of: id) }
  }

  /// Who runs a miner.
  func info(of miner: MinerState) throws(ChainError) -> MinerInfo {
    try chainResult(.state, "miner") { () throws(ActorError) in try miner.loadInfo(in: tree.store) }
  }

  /// The address that signs for an account: the key behind its number; `nil` if there is no such account.
  func signer(of address: Address) throws(ChainError) -> Address? {
    guard address.protocol == .id || address.protocol == .actor else { return address }
    guard let id = try id(of: address), let record = try actor(address) else { return nil }
    if let delegated = record.delegatedAddress { return delegated }
    return try chainResult(.state, "account \(address)") { () throws(VMError) in try accountKey(of: id) }
  }

  /// The key in the state of an account; `nil` for any other actor, whose state is none of an account.
  private func accountKey(of id: ActorID) throws(VMError) -> Address? {
    do {
      return try tree.state(AccountState.self, of: id).address
    } catch {
      guard error.code == .state else { throw error }
      return nil
    }
  }

  /// The sectors of a miner that count: neither terminated nor faulty nor unproven.
  func activeSectors(of miner: MinerState) throws(ChainError) -> BitField {
    try chainResult(.state, "sectors") { () throws(ActorError) in
      var active: [BitField] = []
      let deadlines = try miner.loadDeadlines(in: tree.store)
      for index in deadlines.due.indices {
        let deadline = try deadlines.load(UInt64(index), in: tree.store)
        try AMT<Partition, Store>.load(deadline.partitions, tree.store).forEach { (_, partition) throws(ActorError) in
          active.append(partition.activeSectors)
        }
      }
      return BitField.union(active)
    }
  }
}

extension AMT {
  /// The array with a root; its failures are those of an illegal state.
  fileprivate static func load(_ root: CID, _ store: Store) throws(ActorError) -> AMT {
    do {
      return try AMT(root: root, store: store)
    } catch {
      throw ActorError(collection: error)
    }
  }
}
