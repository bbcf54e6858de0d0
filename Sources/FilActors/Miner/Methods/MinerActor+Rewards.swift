internal import FilCore

extension MinerActor {
  static func applyRewards(_ params: ApplyRewardParams, _ runtime: some Runtime) throws(ActorError) {
    try require(!params.reward.isNegative, .illegalArgument, "cannot lock up a negative amount of funds")
    try require(!params.penalty.isNegative, .illegalArgument, "cannot penalize a negative amount of funds")
    let (pledgeDelta, burnt) = try runtime.transaction(MinerState.self) { (state) throws(ActorError) in
      try runtime.validateCaller(.actors([.rewardActor]))
      let locked = MinerFunds.lockedPart(of: params.reward)
      let unlocked = try state.unlockedBalance(runtime.balance)
      try require(
        unlocked >= locked, .actorInsufficientFunds,
        "insufficient funds to lock, available: \(unlocked), requested: \(locked)")
      let vested = try state.lock(locked, at: runtime.epoch, in: runtime.store)
      try state.applyPenalty(params.penalty)
      let repaid = try state.repayPartialDebt(at: runtime.epoch, balance: runtime.balance, in: runtime.store)
      return (locked - vested - repaid.unlocked, repaid.burnt)
    }
    try notifyPledgeChanged(pledgeDelta, runtime)
    try burn(burnt, runtime)
    try checkBalance(runtime)
  }
}
