import FilActors
import FilChain
import FilCore
import FilMiner
import FilNode
import FilProofs
import FilVM
import Foundation
import Testing

@Suite("Lost sectors in a local network", .timeLimit(.minutes(15)))
struct LostSectorTests {
  /// What happens to a sector's files.
  enum Loss: String, CaseIterable, Sendable {
    case directoryGone, replicaAltered
  }

  @Test("a sector that is lost on disk becomes faulty, and the others keep their power", arguments: Loss.allCases)
  func oneOfTwo(loss: Loss) async throws {
    try await check(sectors: 2, lost: [1], loss)
  }

  @Test("where nothing is left to prove, the deadline's cron marks the sectors faulty")
  func all() async throws {
    try await check(sectors: 2, lost: [0, 1], .directoryGone)
  }

  /// Loses sectors of the second of two miners, whose deadline passes while the first one goes on.
  private func check(sectors: Int, lost: Set<SectorNumber>, _ loss: Loss) async throws {
    let configuration = LocalNetworkConfiguration(storageMiners: 2, sectorsPerMiner: sectors, fullNodes: 1)
    let folder = FileManager.default.temporaryDirectory.appending(path: "lost-\(UInt64.random(in: 0...UInt64.max))")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let storage: @Sendable (SectorID) -> DirectorySectorStorage = {
      DirectorySectorStorage(path: "\(folder)/f0\($0.miner)-\($0.number)")
    }
    try await LocalNetwork.run(configuration, seed: 3, sectorStorage: storage) { network in
      let miner = network.storageMiners[1]
      let follower = network.nodes[2]
      let full = BigInt(sectors) * BigInt(2_048)
      #expect(try Self.power(of: miner.id, at: follower) == full)
      for number in lost {
        try Self.lose(storage(SectorID(miner: miner.id, number: number)), loss)
      }
      try await network.advance(within: 260) { try Self.faults(of: miner.id, at: follower) == lost }
      // Each sector's proving period has passed once.
      try await network.advance(epochs: 5)
      #expect(try Self.faults(of: miner.id, at: follower) == lost)
      #expect(try Self.power(of: miner.id, at: follower) == full - BigInt(lost.count) * BigInt(2_048))
      #expect(try Self.faults(of: network.storageMiners[0].id, at: follower).isEmpty)
      #expect(try follower.chain.follower.head() == miner.node.chain.follower.head())
    }
  }

  private static func lose(_ storage: DirectorySectorStorage, _ loss: Loss) throws {
    switch loss {
    case .directoryGone: try FileManager.default.removeItem(atPath: storage.path)
    case .replicaAltered: try storage.write(try storage.read(.sealed).map { $0 ^ 1 }, to: .sealed, at: 0)
    }
  }

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
