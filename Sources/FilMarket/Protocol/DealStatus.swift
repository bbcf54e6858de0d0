public import FilActors
public import FilCore

/// How far a provider is with a deal.
public struct DealStatus: Hashable, Sendable {
  /// Why the deal failed; empty if it did not.
  public var error: String
  /// The checkpoint that it has passed.
  public var checkpoint: String
  /// What happens to its sector, in the provider's words.
  public var sealingStatus: String
  /// The terms.
  public var proposal: DealProposal
  /// The CID of the signed terms.
  public var signedProposalCID: CID
  /// The message that published it; `nil` before.
  public var publishCID: CID?
  /// Its number on the chain; 0 before.
  public var chainDealID: DealID

  /// A status.
  public init(
    error: String, checkpoint: String, sealingStatus: String, proposal: DealProposal, signedProposalCID: CID,
    publishCID: CID?, chainDealID: DealID
  ) {
    self.error = error
    self.checkpoint = checkpoint
    self.sealingStatus = sealingStatus
    self.proposal = proposal
    self.signedProposalCID = signedProposalCID
    self.publishCID = publishCID
    self.chainDealID = chainDealID
  }
}

extension DealStatus: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.map(count: 7)
    encoder.field("Error", error)
    encoder.field("Status", checkpoint)
    encoder.field("Proposal", proposal)
    encoder.field("PublishCid", publishCID)
    encoder.field("ChainDealID", chainDealID)
    encoder.field("SealingStatus", sealingStatus)
    encoder.field("SignedProposalCid", signedProposalCID)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let fields = try CBORFields(from: &decoder)
    self.init(
      error: try fields.require("Error"), checkpoint: try fields.require("Status"),
      sealingStatus: try fields.require("SealingStatus"), proposal: try fields.require("Proposal"),
      signedProposalCID: try fields.require("SignedProposalCid"),
      publishCID: try fields.require("PublishCid", CID?.self),
      chainDealID: try fields.require("ChainDealID"))
  }
}
