import FilActors
import FilChain
import FilCore
import FilMiner
import FilNode
import FilProofs
import FilVM
import Foundation
import Synchronization
import Testing

@Suite("Lost sectors in a local network", .timeLimit(.minutes(15)))
struct LostSectorTests {
  /// What happens to a sector on disk.
  enum Loss: Sendable {
    case directoryGone, replicaGone, replicaShorter, replicaAltered

    func happen(in folder: String) throws {
      let replica = URL(filePath: folder).appending(path: SectorFile.sealed.name)
      let bytes = try Data(contentsOf: replica)
      switch self {
      case .directoryGone: try FileManager.default.removeItem(atPath: folder)
      case .replicaGone: try FileManager.default.removeItem(at: replica)
      case .replicaShorter: try bytes.prefix(64).write(to: replica)
      case .replicaAltered: try Data(bytes.map { $0 ^ 1 }).write(to: replica)
      }
    }
  }

  /// Two sectors share a partition: of the first three one is lost each, of the last both are, so that nothing is left
  /// to prove.
  private static let losses: [SectorNumber: Loss] = [
    1: .directoryGone, 2: .replicaShorter, 5: .replicaAltered, 6: .replicaGone, 7: .directoryGone,
  ]

  @Test("sectors lost on disk miss their window PoSt and become faulty; those beside them are proven")
  func lostOnDisk() async throws {
    try await withFolder { folder in
      let configuration = LocalNetworkConfiguration(storageMiners: 2, sectorsPerMiner: 8)
      let troubles = Mutex<Set<String>>([])
      try await LocalNetwork.run(
        configuration, seed: 3,
        sectorStorage: { DirectorySectorStorage(path: Self.path(of: $0, in: folder)) },
        observer: { node, event in
          switch event {
          case .head, .mined: break
          case .minerFailed(let miner, let reason):
            #expect(node == 1 && miner == 1001, "\(reason)")
            _ = troubles.withLock { $0.insert(reason) }
          default: Issue.record("node \(node): \(event)")
          }
        },
        { network in try await Self.lose(network, folder) })
      let reasons = troubles.withLock { $0 }
      let expected = ["[1]", "[2]", "[5]", "[6, 7]"].map { "window PoSt: sectors \($0) cannot be proven" }
      #expect(reasons.filter { $0.contains("window PoSt") } == Set(expected))
      // The election draws sectors that are lost: the miner says so, and makes no block.
      #expect(reasons.contains { $0.contains("does not exist") })
    }
  }

  private static func lose(_ network: LocalNetwork, _ folder: String) async throws {
    let (healthy, miner, follower) = (network.storageMiners[0], network.storageMiners[1], network.nodes[0])
    let lost = Set(losses.keys)
    try await network.advance(epochs: 1)
    #expect(try power(of: miner.id, at: follower) == BigInt(8 * 2_048))
    for (number, loss) in losses {
      try loss.happen(in: path(of: SectorID(miner: miner.id, number: number), in: folder))
    }
    try await network.advance(within: 300) { try faults(of: miner.id, at: follower) == lost }
    try await network.advance(epochs: 2)
    #expect(try faults(of: miner.id, at: follower) == lost)
    #expect(try power(of: miner.id, at: follower) == BigInt(3 * 2_048))
    #expect(try faults(of: healthy.id, at: follower).isEmpty)
    #expect(try power(of: healthy.id, at: follower) == BigInt(8 * 2_048))
    for node in network.nodes { #expect(try node.chain.follower.head() == follower.chain.follower.head()) }
    // What was posted beside the lost sectors holds.
    let proofs = try WindowPoStAudit(follower.chain, proofs: VanillaProofs()).findings(of: miner.id)
    #expect(proofs.map(\.isValid) == [true, true, true])
    #expect(proofs.flatMap { Array($0.proof.sectorNumbers) }.sorted() == [0, 3, 4])
  }

  // MARK: Files

  private static func path(of sector: SectorID, in folder: String) -> String {
    "\(folder)/f0\(sector.miner)-\(sector.number)"
  }

  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lost-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
  }

  // MARK: The chain

  private static func faults(of miner: ActorID, at node: Node) throws -> Set<SectorNumber> {
    let tree = try node.chain.headState()
    let state = try tree.state(MinerState.self, of: miner)
    let deadlines = try state.loadDeadlines(in: tree.store)
    var faults: Set<SectorNumber> = []
    for index in 0..<node.parameters.policy.windowPoStPeriodDeadlines {
      let deadline = try deadlines.load(index, in: tree.store)
      var partitions = try AMT<Partition, AnyBlockstore>(root: deadline.partitions, store: tree.store).entries()
      while let (_, partition) = try partitions.next() { faults.formUnion(partition.faults) }
    }
    return faults
  }

  private static func power(of miner: ActorID, at node: Node) throws -> BigInt {
    let tree = try node.chain.headState()
    let state = try tree.state(PowerState.self, of: SingletonActors.power)
    return try state.claim(of: Address(id: miner), in: tree.store)?.rawBytePower ?? 0
  }
}
