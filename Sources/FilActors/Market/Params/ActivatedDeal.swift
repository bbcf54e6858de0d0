public import FilCore

/// A deal that was activated.
public struct ActivatedDeal: Hashable, Sendable {
  /// The client.
  public var client: ActorID
  /// The allocation of verified data; 0 for none.
  public var allocationID: UInt64
  /// The piece's commitment.
  public var data: CID
  /// The piece's padded size in bytes.
  public var size: UInt64

  /// All fields.
  public init(client: ActorID, allocationID: UInt64, data: CID, size: UInt64) {
    self.client = client
    self.allocationID = allocationID
    self.data = data
    self.size = size
  }
}

extension ActivatedDeal: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(client, allocationID, data, size) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (client, allocationID, data, size) = try decoder.tuple(ActorID.self, UInt64.self, CID.self, UInt64.self)
  }
}
