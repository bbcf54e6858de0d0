public import FilActors
public import FilCore

/// A deal that a client proposes to a provider: `/fil/storage/mk/1.2.1`, and 1.2.0 without its last two choices.
public struct DealParams: Hashable, Sendable {
  /// The protocol, newest first.
  public static let protocols = ["/fil/storage/mk/1.2.1", "/fil/storage/mk/1.2.0"]

  /// The number that the client gives the deal.
  public var uuid: DealUUID
  /// Whether the data comes some other way.
  public var isOffline: Bool
  /// The terms, with the client's signature.
  public var proposal: ClientDealProposal
  /// The root of the data.
  public var root: CID
  /// How the provider gets the data.
  public var transfer: DealTransfer
  /// Whether the provider is to drop its unsealed copy.
  public var removesUnsealedCopy: Bool
  /// Whether the provider is not to announce the data to indexers.
  public var skipsAnnouncement: Bool

  /// A proposal.
  public init(
    uuid: DealUUID, isOffline: Bool = false, proposal: ClientDealProposal, root: CID, transfer: DealTransfer,
    removesUnsealedCopy: Bool = false, skipsAnnouncement: Bool = false
  ) {
    self.uuid = uuid
    self.isOffline = isOffline
    self.proposal = proposal
    self.root = root
    self.transfer = transfer
    self.removesUnsealedCopy = removesUnsealedCopy
    self.skipsAnnouncement = skipsAnnouncement
  }

  /// The form of protocol 1.2.0, which lacks the choices about unsealed copy and announcement.
  public var version120: [UInt8] {
    var encoder = CBOREncoder()
    encoder.map(count: 5)
    encodeHead(to: &encoder)
    encoder.field("ClientDealProposal", proposal)
    return encoder.bytes
  }

  private func encodeHead(to encoder: inout CBOREncoder) {
    encoder.field("DealUUID", uuid)
    encoder.field("Transfer", transfer)
    encoder.field("IsOffline", isOffline)
    encoder.field("DealDataRoot", root)
  }
}

extension DealParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.map(count: 7)
    encodeHead(to: &encoder)
    encoder.field("SkipIPNIAnnounce", skipsAnnouncement)
    encoder.field("ClientDealProposal", proposal)
    encoder.field("RemoveUnsealedCopy", removesUnsealedCopy)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let fields = try CBORFields(from: &decoder)
    self.init(
      uuid: try fields.require("DealUUID"), isOffline: try fields.require("IsOffline"),
      proposal: try fields.require("ClientDealProposal"), root: try fields.require("DealDataRoot"),
      transfer: try fields.require("Transfer"), removesUnsealedCopy: try fields.find("RemoveUnsealedCopy") ?? false,
      skipsAnnouncement: try fields.find("SkipIPNIAnnounce") ?? false)
  }
}
