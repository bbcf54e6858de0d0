public import FilCore

/// How a provider gets the data of a deal.
public struct DealTransfer: Hashable, Sendable {
  /// The number of bytes; 0 if the client does not say.
  public var size: UInt64
  /// The kind of transfer: `libp2p` or `http`; empty for a deal whose data comes some other way.
  public var type: String
  /// What the kind of transfer needs: JSON with URL and headers.
  public var params: [UInt8]
  /// A name that the client gives itself.
  public var clientID: String

  /// A transfer.
  public init(size: UInt64, type: String, params: [UInt8], clientID: String = "") {
    self.size = size
    self.type = type
    self.params = params
    self.clientID = clientID
  }
}

extension DealTransfer: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.map(count: 4)
    encoder.field("Size", size)
    encoder.field("Type", type)
    encoder.field("Params", params)
    encoder.field("ClientID", clientID)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let fields = try CBORFields(from: &decoder)
    self.init(
      size: try fields.require("Size"), type: try fields.require("Type"), params: try fields.require("Params"),
      clientID: try fields.require("ClientID"))
  }
}
