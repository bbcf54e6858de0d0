internal import FilActors

/// Bounds that providers hold proposals to.
enum DealProposalLimits {
  /// The longest label in bytes.
  static let labelBytes = DealLabel.maxBytes
  /// How many times the chain's least collateral a provider sets aside at most.
  static let collateralMultiplier = 2
}
