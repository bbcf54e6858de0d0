import FilChain
import FilCore
import FilNode
import FilStore
import Foundation
import Synchronization
import Testing

@Suite("Local network", .timeLimit(.minutes(15)))
struct LocalNetworkTests {
  @Test("a node that joins late agrees with the miner on every state")
  func followerAgrees() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 7, observer: Self.failOnTrouble) { network in
      try await network.advance(epochs: 5)
      let late = try network.addNode()
      try await network.advance(epochs: 10)
      let miner = network.nodes[0]
      let (ours, theirs) = (try miner.chain.follower.head(), try late.chain.follower.head())
      #expect(ours == theirs)
      #expect(ours.epoch >= 13)
      #expect(try miner.chain.follower.outcome(of: ours) == late.chain.follower.outcome(of: theirs))
    }
  }

  @Test("the same seed brings the same head, another seed another one")
  func sameSeedSameHead() async throws {
    func head(seed: UInt64) async throws -> TipsetKey {
      let configuration = LocalNetworkConfiguration(storageMiners: 3, fullNodes: 1)
      return try await LocalNetwork.run(configuration, seed: seed, observer: Self.failOnTrouble) { network in
        try await network.advance(epochs: 8)
        let heads = try network.nodes.map { try $0.chain.follower.head().key }
        #expect(Set(heads).count == 1)
        return heads[0]
      }
    }
    async let first = head(seed: 1)
    async let other = head(seed: 2)
    let (one, two) = try await (first, other)
    #expect(try await head(seed: 1) == one)
    #expect(one != two)
  }

  @Test("the head does not depend on the stores, nor on networks beside")
  func storesDoNotMatter() async throws {
    func head(seed: UInt64, store: @escaping @Sendable (Int) throws -> any Blockstore) async throws -> TipsetKey {
      try await LocalNetwork.run(seed: seed, store: store, observer: Self.failOnTrouble) { network in
        try await network.advance(epochs: 6)
        return try network.nodes[0].chain.follower.head().key
      }
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "local-network-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let inMemory = try await head(seed: 4) { _ in MemoryBlockstore() }
    let durable = try await withThrowingTaskGroup(of: (UInt64, TipsetKey).self) { group in
      for seed in 4...9 as ClosedRange<UInt64> {
        group.addTask {
          let key = try await head(seed: seed) { node in
            try LMDBBlockstore(path: folder.appending(path: "\(seed)-\(node)").path)
          }
          return (seed, key)
        }
      }
      return try await group.reduce(into: [UInt64: TipsetKey]()) { $0[$1.0] = $1.1 }
    }
    #expect(durable[4] == inMemory)
    #expect(Set(durable.values).count == 6)
  }

  private static let failOnTrouble: @Sendable (Int, NodeEvent) -> Void = { node, event in
    switch event {
    case .head, .mined: break
    default: Issue.record("node \(node): \(event)")
    }
  }
}
