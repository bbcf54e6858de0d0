internal import FilCrypto
public import FilCore
public import FilVM

/// The randomness that the messages of a tipset draw: from the tickets and beacon entries of its chain.
///
/// The rules are those since network version 14.
public struct TipsetRandomness<Blocks: Blockstore>: ChainRandomness {
  /// The chain.
  public let chain: ChainStore<Blocks>
  /// The tipset whose messages are executed.
  public let tipset: Tipset
  /// The network.
  public let parameters: NetworkParameters

  /// How many tipsets are searched for an epoch's beacon entry.
  private static var searchLimit: Int { 20 }

  /// The randomness of a tipset.
  public init(chain: ChainStore<Blocks>, tipset: Tipset, parameters: NetworkParameters) {
    self.chain = chain
    self.tipset = tipset
    self.parameters = parameters
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func ticketDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 {
    try machineResult { () throws(ChainError) in
      try chain.tipset(at: max(0, epoch), onChainOf: tipset).ticket.digest
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func beaconDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 {
    try machineResult { () throws(ChainError) in BLAKE2b.hash256(try beaconEntry(at: epoch).signature) }
  }

  /// The beacon entry of an epoch: in a null round, the tipset after carries it.
  ///
  /// - Throws: ``ChainError`` if the epoch lies after the tipset, or the entry is not found.
  public func beaconEntry(at epoch: ChainEpoch) throws(ChainError) -> BeaconEntry {
    var current = try chain.tipset(at: max(0, epoch), onChainOf: tipset)
    guard epoch >= 0 else { return try chain.latestBeaconEntry(at: current) }
    let round = parameters.beacons.chain(at: epoch).maxRound(
      epoch: epoch, genesisTimestamp: parameters.genesisTime, blockDelay: parameters.blockDelay,
      countsFromOne: parameters.networkVersion(at: epoch) >= 16)
    for _ in 0..<Self.searchLimit {
      if let entry = current.blocks[0].beaconEntries.first(where: { $0.round == round }) { return entry }
      guard current.epoch > 0 else { break }
      current = try chain.parent(of: current)
    }
    throw ChainError(.beacon, "no round \(round) for epoch \(epoch)")
  }

  private func machineResult<Value>(_ body: () throws(ChainError) -> Value) throws(VMError) -> Value {
    do {
      return try body()
    } catch {
      throw VMError(error.code == .store ? .store : .parameter, error.description)
    }
  }
}
