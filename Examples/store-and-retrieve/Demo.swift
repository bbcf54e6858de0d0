import FilActors
import FilChain
import FilCore
import FilMarket
import FilMiner
import FilNet
import FilNode
import FilProofs
import FilRetrieval
import FilVM

/// One file's way through a deal.
struct Demo: Sendable {
  /// Whether the file that came back is the one that went in.
  let isSame: Bool

  /// Runs the network.
  static func run(
    _ file: [UInt8], seed: UInt64, _ print: @escaping @Sendable (String) -> Void
  ) async throws -> Demo {
    let configuration = LocalNetworkConfiguration(sectorSize: .mib8)
    let stopwatch = Stopwatch(print)
    return try await LocalNetwork.run(configuration, seed: seed) { network in
      stopwatch.lap("genesis: two sectors sealed")
      let demo = Steps(network, print, stopwatch)
      let client = try await network.addClient(balance: .fil(10))
      let (root, archive) = try demo.archive(of: file)
      let params = try await demo.propose(archive, root: root, by: client)
      let deal = try await demo.waitForDeal(params.uuid)
      try await demo.waitForWindowPoSt(deal)
      let back = try await demo.fetch(root, by: client)
      try demo.report(client)
      return Demo(isSame: back == file)
    }
  }
}
