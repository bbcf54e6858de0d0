public import FilCore

/// A tipset to execute: what its state depends on.
public struct TipsetInput: Sendable {
  /// The epoch.
  public let epoch: ChainEpoch
  /// The epoch of its parents; between the two nobody won.
  public let parentEpoch: ChainEpoch
  /// The state after its parents.
  public let parentState: CID
  /// The base fee of its messages, in attoFIL.
  public let baseFee: TokenAmount
  /// The blocks, in the order of the tipset; a message that stands in several of them is executed once.
  public let blocks: [RewardedBlock]

  /// A tipset.
  public init(
    epoch: ChainEpoch, parentEpoch: ChainEpoch, parentState: CID, baseFee: TokenAmount, blocks: [RewardedBlock]
  ) {
    self.epoch = epoch
    self.parentEpoch = parentEpoch
    self.parentState = parentState
    self.baseFee = baseFee
    self.blocks = blocks
  }
}
