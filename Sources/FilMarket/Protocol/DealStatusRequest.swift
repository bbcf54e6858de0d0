public import FilCore

/// A client's question about a deal: `/fil/storage/status/1.2.0`.
public struct DealStatusRequest: Hashable, Sendable {
  /// The protocol.
  public static let protocolID = "/fil/storage/status/1.2.0"

  /// The deal.
  public var uuid: DealUUID
  /// The client's signature of the UUID's 16 bytes.
  public var signature: Signature

  /// A question.
  public init(uuid: DealUUID, signature: Signature) {
    self.uuid = uuid
    self.signature = signature
  }
}

extension DealStatusRequest: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.map(count: 2)
    encoder.field("DealUUID", uuid)
    encoder.field("Signature", signature)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let fields = try CBORFields(from: &decoder)
    self.init(uuid: try fields.require("DealUUID"), signature: try fields.require("Signature"))
  }
}
