/// A sector that a proof of spacetime covers: what the verifier knows of it.
public struct PoStSector: Hashable, Sendable {
  /// How the sector was sealed.
  public let sealProof: RegisteredSealProof
  /// The sector's number.
  public let number: SectorNumber
  /// The commitment to the replica: CommR.
  public let sealedCID: CID

  /// A sector.
  public init(sealProof: RegisteredSealProof, number: SectorNumber, sealedCID: CID) {
    self.sealProof = sealProof
    self.number = number
    self.sealedCID = sealedCID
  }
}

extension PoStSector: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(sealProof, number, sealedCID) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (sealProof, number, sealedCID) = try decoder.tuple(RegisteredSealProof.self, SectorNumber.self, CID.self)
  }
}
