public import FilCore

/// Locked money of a miner by the epochs at which it becomes free: the next step here, the others in a block.
public struct VestingFunds: Hashable, Sendable {
  private struct Inner: Hashable, Sendable {
    var head: VestingFund
    var tail: CID
  }

  private var inner: Inner?

  /// No money.
  init() {}

  /// All steps.
  ///
  /// - Throws: `ActorError` with `illegalState` if they cannot be read.
  public func load(in store: some Blockstore) throws(ActorError) -> [VestingFund] {
    guard let inner else { return [] }
    let tail: [VestingFund] = try store.load(at: inner.tail)
    // Penalties may have taken all of the next step.
    return inner.head.amount.isPositive ? [inner.head] + tail : tail
  }

  private mutating func save(_ funds: [VestingFund], in store: some Blockstore) throws(ActorError) {
    guard let head = funds.first else {
      inner = nil
      return
    }
    inner = Inner(head: head, tail: try store.save(Array(funds.dropFirst())))
  }

  /// Frees what is due before an epoch and gives the sum.
  mutating func unlockVested(before epoch: ChainEpoch, in store: some Blockstore) throws(ActorError) -> TokenAmount {
    guard let inner, inner.head.epoch < epoch else { return .zero }
    return try keepUnvested(try load(in: store), before: epoch, in: store)
  }

  private mutating func keepUnvested(
    _ funds: [VestingFund], before epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    let vested = funds.prefix { $0.epoch < epoch }
    try save(Array(funds.dropFirst(vested.count)), in: store)
    return vested.reduce(.zero) { $0 + $1.amount }
  }

  /// Locks money, frees what is due before an epoch, and gives the sum of that.
  mutating func lock(
    _ funds: [VestingFund], freeingBefore epoch: ChainEpoch, in store: some Blockstore
  ) throws(ActorError) -> TokenAmount {
    let merged = VestingFunds.merge(try load(in: store), funds)
    return try keepUnvested(merged, before: epoch, in: store)
  }

  /// Joins two lists in order; steps at one epoch become one.
  private static func merge(_ left: [VestingFund], _ right: [VestingFund]) -> [VestingFund] {
    var merged: [VestingFund] = []
    var (a, b) = (left[...], right[...])
    while let x = a.first, let y = b.first {
      if x.epoch == y.epoch {
        merged.append(VestingFund(epoch: x.epoch, amount: x.amount + y.amount))
        a = a.dropFirst()
        b = b.dropFirst()
      } else if x.epoch < y.epoch {
        merged.append(x)
        a = a.dropFirst()
      } else {
        merged.append(y)
        b = b.dropFirst()
      }
    }
    return merged + a + b
  }

  /// Frees what is due before an epoch, and of what is not due as much as `target`, the next steps first.
  ///
  /// - Parameters:
  ///   - epoch: The epoch.
  ///   - target: What is wanted, in attoFIL.
  ///   - store: Where the steps are.
  /// - Returns: What was due, and what was not.
  /// - Throws: `ActorError` with `illegalState` if the state is broken or cannot be read.
  mutating func unlock(
    before epoch: ChainEpoch, target: TokenAmount, in store: some Blockstore
  ) throws(ActorError) -> (vested: TokenAmount, unvested: TokenAmount) {
    guard var head = inner?.head else { return (.zero, .zero) }
    if head.epoch >= epoch, head.amount >= target {
      head.amount -= target
      inner?.head = head
      return (.zero, target)
    }
    var (vested, unvested, wanted) = (TokenAmount.zero, TokenAmount.zero, target)
    var rest = try load(in: store)[...]
    while var fund = rest.first {
      if fund.epoch < epoch {
        vested += fund.amount
      } else if fund.amount < wanted {
        wanted -= fund.amount
        unvested += fund.amount
      } else {
        unvested += wanted
        fund.amount -= wanted
        rest[rest.startIndex] = fund
        break
      }
      rest = rest.dropFirst()
    }
    try save(Array(rest), in: store)
    return (vested, unvested)
  }
}

/// In CBOR null, or a tuple of the next step and the block of the others.
extension VestingFunds: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    if let inner { encoder.tuple(inner.head, inner.tail) } else { encoder.null() }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    guard !decoder.nullIfPresent() else { return }
    let (head, tail) = try decoder.tuple(VestingFund.self, CID.self)
    inner = Inner(head: head, tail: tail)
  }
}
