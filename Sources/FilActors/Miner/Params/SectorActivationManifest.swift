public import FilCore

/// A sector that is proven, and what is in it.
public struct SectorActivationManifest: Hashable, Sendable {
  /// Its number.
  public var number: SectorNumber
  /// Its pieces in order; the rest is zeros.
  public var pieces: [PieceActivationManifest]

  /// All fields.
  public init(number: SectorNumber, pieces: [PieceActivationManifest]) {
    self.number = number
    self.pieces = pieces
  }
}

extension SectorActivationManifest: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(number, pieces) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (number, pieces) = try decoder.tuple(SectorNumber.self, [PieceActivationManifest].self)
  }
}
