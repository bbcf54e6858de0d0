public import FilCore

/// The data of a deal.
public struct DealDataCommitment: Hashable, Sendable {
  /// Its commitment (CommP).
  public var data: CID
  /// Its padded size in bytes.
  public var size: UInt64

  /// All fields.
  public init(data: CID, size: UInt64) {
    self.data = data
    self.size = size
  }
}

extension DealDataCommitment: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(data, size) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (data, size) = try decoder.tuple(CID.self, UInt64.self)
  }
}
