import FilActors
import FilChain
import FilCore
import FilMarket
import FilMiner
import FilNet
import FilNode
import FilProofs
import FilRetrieval

/// The steps of the demo, in order.
struct Steps: Sendable {
  typealias Audit = WindowPoStAudit<AnyBlockstore>

  let miner: LocalStorageMiner
  let client: LocalClient
  private let network: LocalNetwork
  private let print: @Sendable (String) -> Void
  private let stopwatch: Stopwatch

  init(
    _ network: LocalNetwork, _ print: @escaping @Sendable (String) -> Void, _ stopwatch: Stopwatch
  ) async throws {
    self.network = network
    self.print = print
    self.stopwatch = stopwatch
    miner = network.storageMiners[0]
    client = try await network.addClient(balance: .fil(10))
    print(
      "client \(ActorNames.text(client.address)) has 10 FIL; miner \(ActorNames.text(Address(id: miner.id))) has two sectors of 8 MiB"
    )
  }

  /// Imports the file and proposes the deal.
  func store(_ bytes: [UInt8]) async throws -> (deal: StorageDeal, root: CID) {
    let file = try await client.importFile(bytes)
    print("file of \(bytes.count) bytes: root \(file.root)")
    print("archive of \(file.archive.count) bytes: piece \(file.piece.cid), \(file.piece.size) bytes with padding")
    stopwatch.lap("import: archive, commitment")
    let deal = try await client.storage.propose(file, to: miner, duration: .days(200))
    print("proposal \(deal.uuid) accepted at epoch \(network.epoch)")
    stopwatch.lap("escrow and proposal")
    return (deal, file.root)
  }

  /// Waits until the deal is active on the chain.
  func waitUntilActive(_ deal: StorageDeal) async throws -> DealState {
    try await network.advance(within: 60, until: deal.becomesActive)
    let id = try await deal.status().chainDealID
    guard let state = try client.node.dealState(id) else { throw DemoError("deal \(id) is not on the chain") }
    print("deal \(id) active in sector \(state.sector) at epoch \(network.epoch)")
    stopwatch.lap("transfer, publication, sealing, proof")
    return state
  }

  /// Waits until a window PoSt covers the sector and its deadline is over; reads the proof back from the client's chain
  /// and verifies it.
  func waitForWindowPoSt(of sector: SectorNumber) async throws -> Audit.Finding {
    print("waiting for the sector's first window PoSt; until then the miner proves deadline after deadline")
    let audit = Audit(client.node.chain, proofs: VanillaProofs())
    try await network.advance(within: 300) { try !audit.findings(of: miner.id, covering: sector).isEmpty }
    guard let finding = try audit.findings(of: miner.id, covering: sector).first, finding.isValid else {
      throw DemoError("the window PoSt of sector \(sector) on the chain does not hold")
    }
    print("sector \(sector) passed its window PoSt in deadline \(finding.deadline); the proof on the chain verifies")
    stopwatch.lap("window PoSt")
    return finding
  }

  /// Drops all copies of the data but the sealed one: the client's archive, and what is not the replica at the miner.
  func dropCopies(of deal: StorageDeal, in sector: SectorNumber) throws {
    deal.withdrawData()
    guard client.node.transfers.count == 0, let storage = miner.miner.prover.sectors[sector]?.storage,
      try storage.size(of: .unsealed) == nil, try storage.size(of: .treeD) == nil, try storage.size(of: .sealed) != nil
    else { throw DemoError("there is another copy than the sealed one") }
    print("all copies dropped but the replica in sector \(sector)")
  }

  /// Fetches the file out of the sealed sector.
  func fetch(_ root: CID, from provider: PeerID) async throws -> [UInt8] {
    let bytes: [UInt8] = try await client.retrieval.fetch(root, from: provider)
    print("file of \(bytes.count) bytes fetched out of the sealed sector")
    stopwatch.lap("retrieval")
    return bytes
  }

  /// Takes the replica away too, and fails.
  func fetchWithoutReplica(_ root: CID, of deal: StorageDeal, in sector: SectorNumber) async throws {
    try miner.miner.prover.sectors[sector]?.storage.remove(.sealed)
    do {
      try await client.retrieval.fetch(root, from: deal.provider, into: MemoryBlockstore())
      throw DemoError("the file came from elsewhere than the replica")
    } catch let error as GatewayError {
      print("with the replica taken away too, it does not come, as it must be: \(error.code), \(Self.reason(error))")
    }
  }

  /// The innermost reason in the provider's words, which stands last.
  private static func reason(_ error: GatewayError) -> String {
    let words = error.detail.split(separator: "): ").last.map(String.init) ?? error.detail
    return words.hasSuffix("))") ? String(words.dropLast()) : words
  }
}
