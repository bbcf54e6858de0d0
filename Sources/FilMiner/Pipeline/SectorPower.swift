internal import FilActors
internal import FilCore

/// The power that sectors can have.
enum SectorPower {
  /// The most quality-adjusted power of a sector; none for a proof that does not exist.
  static func maximum(of sealProof: RegisteredSealProof) -> BigInt {
    sealProof.sectorSize.map(SectorQuality.maximumPower) ?? 0
  }
}
