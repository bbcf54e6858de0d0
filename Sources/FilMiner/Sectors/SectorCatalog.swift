public import FilCore
internal import Synchronization

/// The sealed sectors that a miner has at hand, by number.
public final class SectorCatalog: Sendable {
  private let sectors: Mutex<[SectorNumber: SealedSector]>

  /// A catalog of sectors.
  public init(_ sectors: [SealedSector] = []) {
    self.sectors = Mutex(Dictionary(sectors.map { ($0.id.number, $0) }, uniquingKeysWith: { _, last in last }))
  }

  /// Adds a sector, or replaces the one with its number.
  public func insert(_ sector: SealedSector) { sectors.withLock { $0[sector.id.number] = sector } }

  /// Forgets a sector.
  public func remove(_ number: SectorNumber) { sectors.withLock { $0[number] = nil } }

  /// The sector with a number; `nil` if it is not here.
  public subscript(number: SectorNumber) -> SealedSector? { sectors.withLock { $0[number] } }

  /// All sectors by number.
  public var all: [SealedSector] { sectors.withLock { $0.values.sorted { $0.id.number < $1.id.number } } }
}
