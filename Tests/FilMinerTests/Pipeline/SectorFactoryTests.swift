import FilChain
import FilCore
import FilMiner
import FilProofs
import Testing

@Suite("Sectors on their way", .timeLimit(.minutes(15)))
struct SectorFactoryTests {
  private let data = Array("the bytes of a file".utf8)
  private let work = ThreadWorkPool(width: 1)
  private var deal: DealPiece {
    let piece = PieceCommitment.of(data)
    return DealPiece(deal: 0, piece: PieceInfo(size: piece.size.rawValue, cid: piece.cid), end: 1_000)
  }

  @Test("a full disk fails its sector with the reason, hinders no other, and is tried again")
  func fullDisk() async throws {
    let network = try MiningNode(seed: 5, miners: 1)
    // No room for the data; room for the data alone; room for all.
    let places: [SectorNumber: QuotaStorage] = [
      2: QuotaStorage(limit: 10), 3: QuotaStorage(limit: 4_096), 4: QuotaStorage(limit: 1 << 20),
    ]
    let factory = factory(network) { id in
      guard let place = places[id.number] else { throw SectorStorageError(.failed, .unsealed, "no disk") }
      return place
    }
    let tooSmall = #expect(throws: MinerError(.storage, "")) { try factory.add(deal, data: data) }
    #expect(tooSmall?.detail.contains("No space left on device") == true)
    #expect(places[2]?.files.existing.isEmpty == true)
    for _ in 3...4 { try factory.add(deal, data: data) }
    let noDisk = #expect(throws: MinerError(.storage, "")) { try factory.add(deal, data: data) }
    #expect(noDisk?.detail.contains("no disk") == true)

    for _ in 0..<2 {
      let report = await factory.advance(on: work)
      #expect(report.failures.map(\.sector.number) == [3])
      #expect(report.failures.first?.error == MinerError(.storage, ""))
      #expect(report.failures.first?.error.detail.contains("No space left on device") == true)
      #expect(report.failures.first?.isFinal == false)
      #expect(places[3]?.files.existing == [.unsealed])
    }
    let phases = factory.phases
    #expect(phases.map(\.sector.number) == [3, 4])
    guard case .packed = phases.first?.phase, case .preCommitSent = phases.last?.phase else {
      Issue.record("\(phases)")
      return
    }
    places[3]?.raise(to: 1 << 20)
    let report = await factory.advance(on: work)
    #expect(report.failures.isEmpty)
    #expect(report.messages.count == 1)
  }

  @Test("a sector whose data is damaged is given up, and leaves nothing")
  func damagedData() async throws {
    let network = try MiningNode(seed: 6, miners: 1)
    let place = InMemorySectorStorage()
    let factory = factory(network) { _ in place }
    try factory.add(deal, data: data)
    try place.write([0xee], to: .unsealed, at: 0)
    let report = await factory.advance(on: work)
    #expect(report.failures.map(\.isFinal) == [true])
    #expect(report.failures.first?.error == MinerError(.proofs, ""))
    #expect(place.existing.isEmpty)
    #expect(factory.phases.isEmpty)
    #expect(await factory.advance(on: work).failures.isEmpty)
  }

  @Test("a replica is never written over; data that an earlier attempt left is")
  func placeInUse() throws {
    let network = try MiningNode(seed: 7, miners: 1)
    let place = InMemorySectorStorage()
    let factory = factory(network) { _ in place }
    try place.write([1], to: .sealed, at: 0)
    #expect(throws: MinerError(.storage, "")) { try factory.add(deal, data: data) }
    #expect(place.existing == [.sealed])
    place.remove(.sealed)
    try place.write([UInt8](repeating: 1, count: 2_048), to: .unsealed, at: 0)
    try factory.add(deal, data: data)
    #expect(try place.read(.unsealed) == Fr32.pad(data))
  }

  private func factory(
    _ network: MiningNode, _ storage: @escaping @Sendable (SectorID) throws -> any SectorStorage
  ) -> SectorFactory<MemoryBlockstore, VanillaProofs> {
    let miner = network.miners[0]
    return SectorFactory(
      node: network.node, worker: miner.worker, prover: miner.prover, sealProof: RegisteredSealProof(.v1_1, .kib2),
      storage: storage)
  }
}
