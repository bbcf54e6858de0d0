public import FilCore

/// What the chain knows of a sector that is to be proven.
public struct SectorPreCommitOnChainInfo: Hashable, Sendable {
  /// The sector.
  public var info: SectorPreCommitInfo
  /// What is deposited for it, in attoFIL.
  public var deposit: TokenAmount
  /// When it was pre-committed.
  public var epoch: ChainEpoch

  /// All fields.
  public init(info: SectorPreCommitInfo, deposit: TokenAmount, epoch: ChainEpoch) {
    self.info = info
    self.deposit = deposit
    self.epoch = epoch
  }
}

extension SectorPreCommitOnChainInfo: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(info, deposit, epoch) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (info, deposit, epoch) = try decoder.tuple(SectorPreCommitInfo.self, TokenAmount.self, ChainEpoch.self)
  }
}
