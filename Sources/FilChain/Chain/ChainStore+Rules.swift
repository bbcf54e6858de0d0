internal import FilActors
public import FilCore

extension ChainStore {
  /// The weight of the chain up to and with a tipset.
  ///
  /// - Throws: ``ChainError`` if the state cannot be read, or the network has no power.
  public func weight(of tipset: Tipset, _ parameters: NetworkParameters) throws(ChainError) -> BigInt {
    let power = try StateView(root: tipset.parentStateRoot, store: blocks).power().totalQualityAdjustedPower
    let weight = ChainWeight.next(
      parentWeight: tipset.parentWeight, totalPower: power, winCounts: tipset.winCounts,
      expectedLeaders: parameters.expectedLeaders)
    guard let weight else { throw ChainError(.state, "a network without power at \(tipset)") }
    return weight
  }

  /// The base fee that the messages of the next tipset pay.
  ///
  /// - Throws: ``ChainError`` if the tipset's messages cannot be read.
  public func nextBaseFee(after tipset: Tipset, _ parameters: NetworkParameters) throws(ChainError) -> TokenAmount {
    let (fees, upgrades) = (parameters.fees, parameters.upgrades)
    if fees.isHeldAtMinimum(after: tipset.epoch, upgrades) { return TokenAmount(atto: 100) }
    guard tipset.epoch >= upgrades[.fireHorse] else {
      let sum = try distinctMessages(of: tipset) { $0.cid }.reduce(Int64(0)) { $0.addingClamped($1.message.gasLimit) }
      return fees.next(
        baseFee: tipset.baseFee, gasLimitSum: sum, blocks: tipset.blocks.count,
        beforeSmoke: tipset.epoch <= upgrades[.smoke])
    }
    let offers = try distinctMessages(of: tipset) { Slot($0.message) }.map { GasOffer($0.message) }
    let premium = fees.percentilePremium(of: offers, baseFee: tipset.baseFee)
    return fees.next(baseFee: tipset.baseFee, percentilePremium: premium)
  }

  /// The messages of all blocks, those with the same key only once.
  private func distinctMessages<Key: Hashable>(
    of tipset: Tipset, by key: (ChainMessage) -> Key
  ) throws(ChainError) -> [ChainMessage] {
    var seen: Set<Key> = []
    var messages: [ChainMessage] = []
    for header in tipset.blocks {
      messages += try self.messages(of: header).all.filter { seen.insert(key($0)).inserted }
    }
    return messages
  }
}

/// A sender's place for one message.
private struct Slot: Hashable {
  let sender: Address
  let nonce: UInt64

  init(_ message: Message) {
    sender = message.from
    nonce = message.nonce
  }
}

extension Int64 {
  /// The sum; the greatest or least number where it does not fit.
  fileprivate func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
