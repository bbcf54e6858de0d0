public import FilCore

extension MinerState {
  /// What of a balance is neither locked nor deposited nor pledged; debt is not taken off.
  ///
  /// - Throws: `ActorError` with `illegalState` if that is below zero.
  public func unlockedBalance(_ balance: TokenAmount) throws(ActorError) -> TokenAmount {
    let unlocked = balance - lockedFunds - preCommitDeposits - initialPledge
    try require(!unlocked.isNegative, .illegalState, "negative unlocked balance \(unlocked)")
    return unlocked
  }

  /// What of a balance is free once debt is paid; may be below zero.
  ///
  /// - Throws: `ActorError` with `illegalState` if the unlocked balance is below zero.
  public func availableBalance(_ balance: TokenAmount) throws(ActorError) -> TokenAmount {
    try unlockedBalance(balance) - feeDebt
  }

  /// Requires that sums are not below zero and the balance covers them.
  func checkBalance(_ balance: TokenAmount) throws(ActorError) {
    let sums = [preCommitDeposits, lockedFunds, initialPledge, feeDebt]
    let isCovered = balance >= preCommitDeposits + lockedFunds + initialPledge
    try require(
      isCovered && !sums.contains { $0.isNegative }, MinerActor.balanceInvariantsBroken,
      "balance invariants broken: \(balance)")
  }

  mutating func addPreCommitDeposit(_ amount: TokenAmount) throws(ActorError) {
    preCommitDeposits += amount
    try require(!preCommitDeposits.isNegative, .illegalState, "negative pre-commit deposit \(preCommitDeposits)")
  }

  mutating func addInitialPledge(_ amount: TokenAmount) throws(ActorError) {
    initialPledge += amount
    try require(!initialPledge.isNegative, .illegalState, "negative initial pledge \(initialPledge)")
  }

  mutating func applyPenalty(_ penalty: TokenAmount) throws(ActorError) {
    try require(!penalty.isNegative, .illegalState, "applying negative penalty \(penalty) not allowed")
    feeDebt += penalty
  }

  /// Locks money that becomes free as rewards do; gives what became free by now.
  mutating func lock(
    _ amount: TokenAmount, at epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    try require(!amount.isNegative, .illegalState, "negative vesting sum \(amount)")
    let funds = VestingSchedule.reward.funds(amount, from: epoch, offset: provingPeriodStart)
    let unlocked = try vestingFunds.lock(funds, freeingBefore: epoch, in: store)
    try unlock(unlocked)
    lockedFunds += amount
    return unlocked
  }

  private mutating func unlock(_ amount: TokenAmount) throws(ActorError) {
    lockedFunds -= amount
    try require(!lockedFunds.isNegative, .illegalState, "negative locked funds \(lockedFunds)")
  }

  /// Frees what is due before an epoch.
  mutating func unlockVested(before epoch: ChainEpoch, in store: some Blockstore) throws(ActorError) -> TokenAmount {
    guard !lockedFunds.isZero else { return .zero }
    let unlocked = try vestingFunds.unlockVested(before: epoch, in: store)
    try unlock(unlocked)
    return unlocked
  }

  /// Pays debt from locked money first, then from what is free; what is not covered stays.
  ///
  /// - Returns: What is to be burnt, and what of the locked money is not locked any more.
  mutating func repayPartialDebt(
    at epoch: ChainEpoch, balance: TokenAmount, in store: some Blockstore
  ) throws(ActorError) -> (burnt: TokenAmount, unlocked: TokenAmount) {
    var unlockedTotal = TokenAmount.zero
    if !feeDebt.isZero, !lockedFunds.isZero {
      let (vested, unvested) = try vestingFunds.unlock(before: epoch, target: feeDebt, in: store)
      unlockedTotal = vested + unvested
      try unlock(unlockedTotal)
      try require(unvested <= feeDebt, .illegalState, "should never unlock more than the debt we need to repay")
    }
    let burnt = min(try unlockedBalance(balance), feeDebt)
    feeDebt -= burnt
    return (burnt, unlockedTotal)
  }

  /// Pays all debt from what is free, and gives what is to be burnt.
  mutating func repayDebts(balance: TokenAmount) throws(ActorError) -> TokenAmount {
    let unlocked = try unlockedBalance(balance)
    try require(
      unlocked >= feeDebt, .actorInsufficientFunds, "unlocked balance can not repay fee debt (\(unlocked) < \(feeDebt))"
    )
    defer { feeDebt = .zero }
    return feeDebt
  }

  /// Whether the miner has anything that needs events at deadlines.
  var continuesDeadlineCron: Bool { !preCommitDeposits.isZero || !initialPledge.isZero || !lockedFunds.isZero }
}
