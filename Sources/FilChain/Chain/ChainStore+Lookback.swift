public import FilCore

extension ChainStore {
  /// The tipset of an epoch on the chain of another; where the epoch has none, the one after or the one before.
  ///
  /// - Parameters:
  ///   - epoch: The epoch: from 0 to that of `tipset`.
  ///   - tipset: Where to look back from.
  ///   - orBefore: Whether the tipset before stands for a missing one, rather than the one after.
  /// - Returns: The tipset.
  /// - Throws: ``ChainError`` if the epoch is out of range, or the chain cannot be read.
  public func tipset(
    at epoch: ChainEpoch, onChainOf tipset: Tipset, orBefore: Bool = false
  ) throws(ChainError) -> Tipset {
    guard epoch >= 0, epoch <= tipset.epoch else {
      throw ChainError(.epoch, "epoch \(epoch) on the chain of \(tipset)")
    }
    var current = tipset
    while current.epoch > epoch {
      let parent = try parent(of: current)
      if parent.epoch < epoch { return orBefore ? parent : current }
      current = parent
    }
    return current
  }

  /// Where the power, worker keys and sectors of a round's election are looked up.
  ///
  /// - Parameters:
  ///   - round: The epoch of the blocks.
  ///   - parents: The tipset that they build on, of an earlier epoch.
  ///   - outcome: What came of its messages.
  ///   - parameters: The network.
  /// - Returns: The tipset, and the state after its messages.
  /// - Throws: ``ChainError``, with code `epoch` after more null rounds than the lookback has.
  public func lookback(
    for round: ChainEpoch, parents: Tipset, outcome: TipsetOutcome, _ parameters: NetworkParameters
  ) throws(ChainError) -> Lookback {
    let epoch = round > parameters.lookback ? round - parameters.lookback : 0
    if epoch >= parents.epoch {
      guard parents.epoch == 0 else { throw ChainError(.epoch, "lookback to \(epoch) from epoch \(parents.epoch)") }
      return Lookback(tipset: parents, stateRoot: outcome.stateRoot)
    }
    let next = try tipset(at: epoch + 1, onChainOf: parents)
    return Lookback(tipset: try parent(of: next), stateRoot: next.parentStateRoot)
  }

  /// The newest beacon entry at a tipset: its own, or that of one not long before.
  ///
  /// - Throws: ``ChainError`` if the last twenty tipsets have none.
  public func latestBeaconEntry(at tipset: Tipset) throws(ChainError) -> BeaconEntry {
    var current = tipset
    for _ in 0..<20 {
      if let entry = current.blocks[0].beaconEntries.last { return entry }
      guard current.epoch > 0 else { break }
      current = try parent(of: current)
    }
    throw ChainError(.beacon, "no entry up to \(tipset)")
  }
}
