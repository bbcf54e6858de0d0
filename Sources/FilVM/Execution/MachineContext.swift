public import FilActors
public import FilCore

/// What messages of one epoch are executed with.
public struct MachineContext: Sendable {
  /// The epoch.
  public let epoch: ChainEpoch
  /// The network's version at this epoch.
  public let networkVersion: UInt32
  /// The base fee in attoFIL.
  public let baseFee: TokenAmount
  /// The money in circulation.
  public let circulatingSupply: TokenAmount
  /// The chain's number among those that speak Ethereum's protocols.
  public let chainID: UInt64
  /// The network's parameters for actors.
  public let policy: Policy
  /// The codes of the built-in actors.
  public let codes: ActorCodes
  /// Where randomness comes from.
  public let randomness: any ChainRandomness
  /// Who verifies proofs of storage.
  public let proofs: any ProofVerifier
  /// Whether every signature counts as valid: only for a genesis, whose author is trusted with all of it.
  package var trustsSignatures = false
  /// The prices of the network's version.
  public let prices: PriceList

  /// A context.
  ///
  /// - Throws: `VMError` for a network version without a known price list.
  public init(
    epoch: ChainEpoch, networkVersion: UInt32, baseFee: TokenAmount, circulatingSupply: TokenAmount, chainID: UInt64,
    policy: Policy, codes: ActorCodes, randomness: any ChainRandomness, proofs: any ProofVerifier
  ) throws(VMError) {
    guard let prices = PriceList.at(networkVersion: networkVersion) else {
      throw VMError(.parameter, "no prices for network version \(networkVersion)")
    }
    self.epoch = epoch
    self.networkVersion = networkVersion
    self.baseFee = baseFee
    self.circulatingSupply = circulatingSupply
    self.chainID = chainID
    self.policy = policy
    self.codes = codes
    self.randomness = randomness
    self.proofs = proofs
    self.prices = prices
  }
}
