internal import FilCore

/// The names that the reference gives to registered proofs.
enum ProofNames {
  private static let sizes: [(String, SectorSize)] = [
    ("2KiB", .kib2), ("8MiB", .mib8), ("512MiB", .mib512), ("32GiB", .gib32), ("64GiB", .gib64),
  ]

  static func sealProof(_ name: String) throws -> RegisteredSealProof {
    try find(
      name, prefix: "StackedDrg",
      [
        "V1": .v1, "V1_1": .v1_1, "V1_1_Feat_SyntheticPoRep": .synthetic,
        "V1_2_Feat_NonInteractivePoRep": .nonInteractive,
      ], RegisteredSealProof.init)
  }

  static func postProof(_ name: String) throws -> RegisteredPoStProof {
    if name.hasPrefix("StackedDrgWinning") {
      return try find(name, prefix: "StackedDrgWinning", ["V1": .winning], RegisteredPoStProof.init)
    }
    return try find(
      name, prefix: "StackedDrgWindow", ["V1": .window, "V1_2": .windowV1_1], RegisteredPoStProof.init)
  }

  private static func find<Version, Proof>(
    _ name: String, prefix: String, _ versions: [String: Version], _ make: (Version, SectorSize) -> Proof
  ) throws -> Proof {
    guard name.hasPrefix(prefix),
      let (text, size) = sizes.first(where: { name.dropFirst(prefix.count).hasPrefix($0.0) }),
      let version = versions[String(name.dropFirst(prefix.count + text.count))]
    else { throw VectorError("unknown proof '\(name)'") }
    return make(version, size)
  }
}
