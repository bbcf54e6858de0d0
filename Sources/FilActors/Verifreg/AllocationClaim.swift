public import FilCore

/// A claim on an allocation of verified data.
public struct AllocationClaim: Hashable, Sendable {
  /// Who made the allocation.
  public var client: ActorID
  /// Its number.
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

extension AllocationClaim: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(client, allocationID, data, size) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (client, allocationID, data, size) = try decoder.tuple(ActorID.self, UInt64.self, CID.self, UInt64.self)
  }
}
