internal import FilCore

extension MarketActor {
  static func addBalance(of owner: Address, _ runtime: some Runtime) throws(ActorError) {
    let value = runtime.message.valueReceived
    try require(value > .zero, .illegalArgument, "balance to add must be greater than zero was: \(value)")
    try runtime.validateCaller(.any)
    let account = try escrowAccount(of: owner, runtime)
    try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      try state.deposit(value, for: account.owner, in: runtime.store)
    }
  }

  static func withdrawBalance(
    _ params: WithdrawBalanceParams, _ runtime: some Runtime
  ) throws(ActorError) -> TokenAmount {
    try require(params.amount >= .zero, .illegalArgument, "negative amount: \(params.amount)")
    let account = try escrowAccount(of: params.providerOrClient, runtime)
    try runtime.validateCaller(.actors(account.approved))
    let taken = try runtime.transaction(MarketState.self) { (state) throws(ActorError) in
      try state.withdraw(upTo: params.amount, from: account.owner, in: runtime.store)
    }
    try runtime.call(account.recipient, 0, value: taken)
    return taken
  }

  /// Under which address money is held, who receives it, and who may withdraw it.
  ///
  /// A miner's money goes to its owner, and its owner and its worker may withdraw it.
  private static func escrowAccount(
    of address: Address, _ runtime: some Runtime
  ) throws(ActorError) -> (owner: Address, recipient: Address, approved: [Address]) {
    let id = try runtime.resolve(address).orAbort(.illegalArgument, "failed to resolve address \(address)")
    let code = try runtime.code(of: id).orAbort(.illegalArgument, "no code for address f0\(id)")
    let owner = Address(id: id)
    guard runtime.type(of: code) == .miner else { return (owner, owner, [owner]) }
    let control: ControlAddressesReturn = try runtime.call(owner, MinerMethods.controlAddresses).requireReturn()
    return (owner, control.owner, [control.owner, control.worker])
  }
}
