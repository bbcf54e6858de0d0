public import FilCore

/// A provider's answer to a proposal.
public struct DealResponse: Hashable, Sendable {
  /// Whether the provider takes the deal.
  public var isAccepted: Bool
  /// Why not; empty if it does.
  public var message: String

  /// An answer.
  public init(isAccepted: Bool, message: String = "") {
    self.isAccepted = isAccepted
    self.message = message
  }
}

extension DealResponse: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.map(count: 2)
    encoder.field("Message", message)
    encoder.field("Accepted", isAccepted)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let fields = try CBORFields(from: &decoder)
    self.init(isAccepted: try fields.require("Accepted"), message: try fields.require("Message"))
  }
}
