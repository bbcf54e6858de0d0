/// How a sector is sealed: its size and the version and features of the proof of replication.
///
/// The numbers are the chain's. On the chain any number can stand; those without a name here have no size.
public struct RegisteredSealProof: RawRepresentable, Hashable, Sendable {
  /// The number on the chain.
  public let rawValue: Int64

  /// The proof type with this number, whether or not it exists.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// The versions and features; the numbers of each go through the sector sizes in order.
  public enum Version: Int64, Hashable, Sendable, CaseIterable {
    /// The first version.
    case v1 = 0
    /// The graph of version 1.1, which mainnet uses.
    case v1_1 = 5
    /// As version 1.1, with synthetic challenges (FIP-0059).
    case synthetic = 10
    /// Non-interactive proofs (FIP-0092).
    case nonInteractive = 15
  }

  /// The proof type of a version for a sector size.
  public init(_ version: Version, _ size: SectorSize) {
    let index = SectorSize.allCases.firstIndex(of: size) ?? 0
    rawValue = version.rawValue + Int64(index)
  }

  /// All proof types that exist, by number.
  public static let all = (0..<20).map { RegisteredSealProof(rawValue: $0) }

  /// Whether the proof type exists.
  public var isKnown: Bool { (0..<20).contains(rawValue) }

  /// The version and features; `nil` for a number that does not exist.
  public var version: Version? { isKnown ? Version(rawValue: rawValue / 5 * 5) : nil }

  /// The size of the sectors; `nil` for a number that does not exist.
  public var sectorSize: SectorSize? { isKnown ? SectorSize.allCases[Int(rawValue % 5)] : nil }

  /// The window PoSt that the sectors are proven with, today the same for all versions; `nil` for a number that does
  /// not exist.
  public var windowPoStProof: RegisteredPoStProof? {
    sectorSize.map { RegisteredPoStProof(.windowV1_1, $0) }
  }

  /// The winning PoSt of such sectors; `nil` for a number that does not exist.
  public var winningPoStProof: RegisteredPoStProof? {
    sectorSize.map { RegisteredPoStProof(.winning, $0) }
  }

  /// The number of a seal proof's bytes on mainnet, where it is a SNARK; `nil` for a number that does not exist.
  public var proofSize: Int? {
    guard let version, let sectorSize else { return nil }
    switch (version, sectorSize) {
    case (.nonInteractive, .kib2), (.nonInteractive, .mib8), (.nonInteractive, .mib512): return 14_164
    case (.nonInteractive, _): return 23_092
    case (_, .gib32), (_, .gib64): return 1_920
    default: return 192
    }
  }
}

extension RegisteredSealProof: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.integer(rawValue) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self.init(rawValue: try decoder.integer()) }
}

extension RegisteredSealProof: CustomStringConvertible {
  /// The size, the version and the number.
  public var description: String {
    guard let version, let sectorSize else { return "seal proof \(rawValue)" }
    return "StackedDRG \(sectorSize) \(version) (\(rawValue))"
  }
}
