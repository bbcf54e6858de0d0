public import FilCore

extension PoRepParameters {
  /// The parameters of a registered proof.
  ///
  /// - Throws: `SealError.unsupported` for a number that does not exist.
  public init(_ type: RegisteredSealProof) throws(SealError) {
    guard let version = type.version, let size = type.sectorSize else {
      throw SealError(.unsupported, "\(type) does not exist")
    }
    let large = size == .gib32 || size == .gib64
    let (partitions, challenges) = Self.challenges(version, large: large)
    try self.init(
      sectorSize: size.rawValue, porepID: Self.porepID(of: type), version: Self.graphVersion(version),
      challengeMode: Self.challengeMode(version), layerCount: large ? 11 : 2, partitionCount: partitions,
      challengesPerPartition: challenges)
  }

  /// The identifier of a registered proof: its number, a nonce of zero, zeros.
  static func porepID(of type: RegisteredSealProof) -> Bytes32 {
    Bytes32 { $0.storeBytes(of: type.rawValue.littleEndian, as: Int64.self) }
  }

  private static func graphVersion(_ version: RegisteredSealProof.Version) -> PoRepVersion {
    switch version {
    case .v1: .v1_0
    case .v1_1: .v1_1
    case .synthetic, .nonInteractive: .v1_2
    }
  }

  private static func challengeMode(_ version: RegisteredSealProof.Version) -> ChallengeMode {
    switch version {
    case .v1, .v1_1: .interactive
    case .synthetic: .synthetic
    case .nonInteractive: .nonInteractive
    }
  }

  /// Partitions, and challenges of each: at least 176 for large sectors, 2253 without interaction, 2 for small ones.
  private static func challenges(
    _ version: RegisteredSealProof.Version, large: Bool
  ) -> (partitions: Int, challenges: Int) {
    switch (version, large) {
    case (.nonInteractive, true): (126, 18)
    case (.nonInteractive, false): (13, 2)
    case (_, true): (10, 18)
    case (_, false): (1, 2)
    }
  }
}
