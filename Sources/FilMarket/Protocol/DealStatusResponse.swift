public import FilCore

/// A provider's answer to a question about a deal.
public struct DealStatusResponse: Hashable, Sendable {
  /// Why there is no status; empty if there is.
  public var error: String
  /// The deal.
  public var uuid: DealUUID
  /// How far it is; `nil` after an error.
  public var status: DealStatus?
  /// Whether the data comes some other way than by a transfer.
  public var isOffline: Bool
  /// The number of bytes to transfer.
  public var transferSize: UInt64
  /// The number of bytes that have come.
  public var bytesReceived: UInt64

  /// An answer.
  public init(
    error: String = "", uuid: DealUUID, status: DealStatus?, isOffline: Bool = false, transferSize: UInt64 = 0,
    bytesReceived: UInt64 = 0
  ) {
    self.error = error
    self.uuid = uuid
    self.status = status
    self.isOffline = isOffline
    self.transferSize = transferSize
    self.bytesReceived = bytesReceived
  }
}

extension DealStatusResponse: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.map(count: 6)
    encoder.field("Error", error)
    encoder.field("DealUUID", uuid)
    encoder.field("IsOffline", isOffline)
    encoder.field("DealStatus", status)
    encoder.field("TransferSize", transferSize)
    encoder.field("NBytesReceived", bytesReceived)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let fields = try CBORFields(from: &decoder)
    self.init(
      error: try fields.require("Error"), uuid: try fields.require("DealUUID"),
      status: try fields.require("DealStatus", DealStatus?.self), isOffline: try fields.require("IsOffline"),
      transferSize: try fields.require("TransferSize"), bytesReceived: try fields.require("NBytesReceived"))
  }
}
