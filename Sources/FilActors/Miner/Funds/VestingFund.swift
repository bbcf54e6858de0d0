public import FilCore

/// Money that becomes free at an epoch.
public struct VestingFund: Hashable, Sendable {
  /// The last epoch at which it is locked.
  public var epoch: ChainEpoch
  /// The money in attoFIL.
  public var amount: TokenAmount

  /// Money that becomes free after an epoch.
  public init(epoch: ChainEpoch, amount: TokenAmount) {
    self.epoch = epoch
    self.amount = amount
  }
}

extension VestingFund: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(epoch, amount) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (epoch, amount) = try decoder.tuple(ChainEpoch.self, TokenAmount.self)
  }
}
