internal import FilActors
public import FilCore

/// A deal that a provider has accepted.
public struct ProviderDeal: Hashable, Sendable {
  /// How far a deal is; the names are those that status answers carry.
  public enum Checkpoint: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The proposal is accepted.
    case accepted = "Accepted"
    /// The data has come and is what the proposal names.
    case transferred = "Transferred"
    /// The message that publishes the deal is sent.
    case published = "Published"
    /// The deal has its number on the chain.
    case publishConfirmed = "PublishConfirmed"
    /// The piece is handed to the miner.
    case addedPiece = "AddedPiece"
    /// The deal is over for the market: active on the chain, or failed.
    case complete = "Complete"

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func < (left: Checkpoint, right: Checkpoint) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// What the client sent.
  public let params: DealParams
  /// How far it is.
  public internal(set) var checkpoint = Checkpoint.accepted
  /// The message that publishes it.
  public internal(set) var publishCID: CID?
  /// Its number on the chain.
  public internal(set) var dealID: DealID?
  /// Why it failed; `nil` if it did not.
  public internal(set) var failure: String?
  /// The data, until it is handed on.
  var data: [UInt8]?

  init(_ params: DealParams) { self.params = params }

  /// The status that the client is told.
  public var status: DealStatus {
    DealStatus(
      error: failure ?? "", checkpoint: checkpoint.rawValue, sealingStatus: "", proposal: params.proposal.proposal,
      signedProposalCID: CID(dagCBOR: params.proposal.cbor), publishCID: publishCID, chainDealID: dealID ?? 0)
  }
}
