internal import FilCore

/// Deals that are over, by provider and sector.
struct SettledDeals {
  private var deals: [ActorID: [SectorNumber: Set<DealID>]] = [:]

  /// Notes that a deal is over.
  mutating func insert(_ deal: DealID, sector: SectorNumber, provider: ActorID) {
    deals[provider, default: [:]][sector, default: []].insert(deal)
  }

  /// The providers, in order.
  var providers: [ActorID] { deals.keys.sorted() }

  /// The deals of a provider by sector, in order.
  func sectors(of provider: ActorID) -> [(SectorNumber, Set<DealID>)] {
    (deals[provider] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
