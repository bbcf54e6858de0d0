/// A piece in a sector: its size and its commitment.
///
/// The size is any number, as the chain carries it; whether it is a power of two is for the reader to check.
public struct PieceInfo: Hashable, Sendable {
  /// The padded size in bytes.
  public let size: UInt64
  /// The piece's commitment (CommP) as a CID.
  public let cid: CID

  /// A piece.
  public init(size: UInt64, cid: CID) {
    self.size = size
    self.cid = cid
  }
}

extension PieceInfo: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(size, cid) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (size, cid) = try decoder.tuple(UInt64.self, CID.self)
  }
}
