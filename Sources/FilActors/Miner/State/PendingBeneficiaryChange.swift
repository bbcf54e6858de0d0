public import FilCore

/// A new beneficiary that is not approved yet.
public struct PendingBeneficiaryChange: Hashable, Sendable {
  /// The new beneficiary.
  public var newBeneficiary: Address
  /// All that it may withdraw.
  public var newQuota: TokenAmount
  /// Until when it may.
  public var newExpiration: ChainEpoch
  /// Whether the present one approves.
  public var approvedByBeneficiary: Bool
  /// Whether the new one approves.
  public var approvedByNominee: Bool

  /// All fields.
  public init(
    newBeneficiary: Address, newQuota: TokenAmount, newExpiration: ChainEpoch, approvedByBeneficiary: Bool,
    approvedByNominee: Bool
  ) {
    self.newBeneficiary = newBeneficiary
    self.newQuota = newQuota
    self.newExpiration = newExpiration
    self.approvedByBeneficiary = approvedByBeneficiary
    self.approvedByNominee = approvedByNominee
  }
}

extension PendingBeneficiaryChange: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(newBeneficiary, newQuota, newExpiration, approvedByBeneficiary, approvedByNominee)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (newBeneficiary, newQuota, newExpiration, approvedByBeneficiary, approvedByNominee) = try decoder.tuple(
      Address.self, TokenAmount.self, ChainEpoch.self, Bool.self, Bool.self)
  }
}
