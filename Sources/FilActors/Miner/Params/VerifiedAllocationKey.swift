public import FilCore

/// An allocation of verified data.
public struct VerifiedAllocationKey: Hashable, Sendable {
  /// Who made it.
  public var client: ActorID
  /// Its number.
  public var id: UInt64

  /// All fields.
  public init(client: ActorID, id: UInt64) {
    self.client = client
    self.id = id
  }
}

extension VerifiedAllocationKey: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(client, id) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (client, id) = try decoder.tuple(ActorID.self, UInt64.self)
  }
}
