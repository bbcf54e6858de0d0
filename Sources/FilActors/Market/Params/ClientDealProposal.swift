public import FilCore

/// A deal proposal that its client signed.
public struct ClientDealProposal: Hashable, Sendable {
  /// The terms.
  public var proposal: DealProposal
  /// The client's signature of the terms' CBOR.
  public var signature: Signature

  /// All fields.
  public init(proposal: DealProposal, signature: Signature) {
    self.proposal = proposal
    self.signature = signature
  }
}

extension ClientDealProposal: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(proposal, signature) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (proposal, signature) = try decoder.tuple(DealProposal.self, Signature.self)
  }
}
