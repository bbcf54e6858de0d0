public import FilCore

/// The parameters of a miner's `ProveCommitSectors3` (FIP-0076).
public struct ProveCommitSectors3Params: Hashable, Sendable {
  /// The sectors.
  public var activations: [SectorActivationManifest]
  /// A proof for each sector, or none.
  public var proofs: [[UInt8]]
  /// One proof for all, or none.
  public var aggregateProof: [UInt8]
  /// The kind of that proof.
  public var aggregateProofType: Int64?
  /// Whether all fails if a sector does.
  public var requireActivationSuccess: Bool
  /// Whether all fails if someone who is told does.
  public var requireNotificationSuccess: Bool

  /// All fields.
  public init(
    activations: [SectorActivationManifest], proofs: [[UInt8]], aggregateProof: [UInt8], aggregateProofType: Int64?,
    requireActivationSuccess: Bool, requireNotificationSuccess: Bool
  ) {
    self.activations = activations
    self.proofs = proofs
    self.aggregateProof = aggregateProof
    self.aggregateProofType = aggregateProofType
    self.requireActivationSuccess = requireActivationSuccess
    self.requireNotificationSuccess = requireNotificationSuccess
  }
}

extension ProveCommitSectors3Params: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      activations, proofs, aggregateProof, aggregateProofType, requireActivationSuccess, requireNotificationSuccess)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (activations, proofs, aggregateProof, aggregateProofType, requireActivationSuccess, requireNotificationSuccess) =
      try decoder.tuple(
        [SectorActivationManifest].self, [[UInt8]].self, [UInt8].self, Int64?.self, Bool.self, Bool.self)
  }
}
