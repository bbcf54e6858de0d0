public import FilCore

/// A piece that is new in a sector.
public struct PieceChange: Hashable, Sendable {
  /// Its commitment.
  public var data: CID
  /// Its padded size in bytes.
  public var size: UInt64
  /// What the miner wants to tell.
  public var payload: [UInt8]

  /// All fields.
  public init(data: CID, size: UInt64, payload: [UInt8]) {
    self.data = data
    self.size = size
    self.payload = payload
  }
}

extension PieceChange: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(data, size, payload) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (data, size, payload) = try decoder.tuple(CID.self, UInt64.self, [UInt8].self)
  }
}
