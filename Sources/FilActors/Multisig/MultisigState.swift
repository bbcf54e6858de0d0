public import FilCore

/// The state of a multisig: an account that several others hold together.
public struct MultisigState: Hashable, Sendable {
  /// Who approves: ID addresses.
  public var signers: [Address]
  /// How many of them must.
  public var threshold: UInt64
  /// The number of the next proposal.
  public var nextTransactionID: Int64
  /// What is unlocked over time.
  public var initialBalance: TokenAmount
  /// When unlocking begins.
  public var startEpoch: ChainEpoch
  /// How many epochs it takes; 0 for none.
  public var unlockDuration: ChainEpoch
  /// Proposals: a map by their numbers.
  public var pendingTransactions: CID

  /// All fields.
  public init(
    signers: [Address], threshold: UInt64, nextTransactionID: Int64, initialBalance: TokenAmount,
    startEpoch: ChainEpoch, unlockDuration: ChainEpoch, pendingTransactions: CID
  ) {
    self.signers = signers
    self.threshold = threshold
    self.nextTransactionID = nextTransactionID
    self.initialBalance = initialBalance
    self.startEpoch = startEpoch
    self.unlockDuration = unlockDuration
    self.pendingTransactions = pendingTransactions
  }
}

extension MultisigState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      signers, threshold, nextTransactionID, initialBalance, startEpoch, unlockDuration, pendingTransactions)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (signers, threshold, nextTransactionID, initialBalance, startEpoch, unlockDuration, pendingTransactions) =
      try decoder.tuple(
        [Address].self, UInt64.self, Int64.self, TokenAmount.self, ChainEpoch.self, ChainEpoch.self, CID.self)
  }
}

extension MultisigState {
  /// A multisig without proposals; an empty map is put in the store.
  ///
  /// - Throws: `ActorError` if the store fails.
  package init(
    signers: [Address], threshold: UInt64, lockedBalance: TokenAmount, startEpoch: ChainEpoch,
    unlockDuration: ChainEpoch, store: some Blockstore
  ) throws(ActorError) {
    var empty = StateMap<Int64, UInt64, _>(store: store)
    self.init(
      signers: signers, threshold: threshold, nextTransactionID: 0, initialBalance: lockedBalance,
      startEpoch: startEpoch, unlockDuration: unlockDuration, pendingTransactions: try empty.flush())
  }
}
