public import FilCore

/// What a beneficiary may withdraw.
public struct BeneficiaryTerm: Hashable, Sendable {
  /// All that it may withdraw.
  public var quota: TokenAmount
  /// What it has withdrawn.
  public var usedQuota: TokenAmount
  /// Until when it may.
  public var expiration: ChainEpoch

  /// All fields.
  public init(quota: TokenAmount, usedQuota: TokenAmount, expiration: ChainEpoch) {
    self.quota = quota
    self.usedQuota = usedQuota
    self.expiration = expiration
  }
}

extension BeneficiaryTerm: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(quota, usedQuota, expiration) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (quota, usedQuota, expiration) = try decoder.tuple(TokenAmount.self, TokenAmount.self, ChainEpoch.self)
  }
}
