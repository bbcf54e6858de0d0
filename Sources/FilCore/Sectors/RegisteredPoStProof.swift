/// The kind of a proof of spacetime: for an election or a deadline, and of which sector size.
///
/// The numbers are the chain's. On the chain any number can stand; those without a name here have no size.
public struct RegisteredPoStProof: RawRepresentable, Hashable, Sendable {
  /// The number on the chain.
  public let rawValue: Int64

  /// The proof type with this number, whether or not it exists.
  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// What the proof is for; the numbers of each go through the sector sizes in order.
  public enum Purpose: Int64, Hashable, Sendable, CaseIterable {
    /// The sectors that an election draws.
    case winning = 0
    /// The sectors of a deadline, first version.
    case window = 5
    /// The sectors of a deadline; challenges do not depend on a sector's position (FIP-0061).
    case windowV1_1 = 10
  }

  /// The proof type of a purpose for a sector size.
  public init(_ purpose: Purpose, _ size: SectorSize) {
    let index = SectorSize.allCases.firstIndex(of: size) ?? 0
    rawValue = purpose.rawValue + Int64(index)
  }

  /// All proof types that exist, by number.
  public static let all = (0..<15).map { RegisteredPoStProof(rawValue: $0) }

  /// Whether the proof type exists.
  public var isKnown: Bool { (0..<15).contains(rawValue) }

  /// What the proof is for; `nil` for a number that does not exist.
  public var purpose: Purpose? { isKnown ? Purpose(rawValue: rawValue / 5 * 5) : nil }

  /// The size of the sectors; `nil` for a number that does not exist.
  public var sectorSize: SectorSize? { isKnown ? SectorSize.allCases[Int(rawValue % 5)] : nil }

  /// How many sectors one partition of a window PoSt covers; `nil` for another proof.
  public var windowPartitionSectors: UInt64? {
    guard let purpose, purpose != .winning else { return nil }
    switch sectorSize {
    case .gib32: return 2349
    case .gib64: return 2300
    case .kib2, .mib8, .mib512: return 2
    case nil: return nil
    }
  }
}

extension RegisteredPoStProof: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.integer(rawValue) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self.init(rawValue: try decoder.integer()) }
}

extension RegisteredPoStProof: CustomStringConvertible {
  /// The purpose, the size and the number.
  public var description: String {
    guard let purpose, let sectorSize else { return "PoSt proof \(rawValue)" }
    return "\(purpose) PoSt \(sectorSize) (\(rawValue))"
  }
}
