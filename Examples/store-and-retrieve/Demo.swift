import FilActors
import FilCore
import FilMarket
import FilNode

/// One file's way through a deal.
struct Demo: Sendable {
  private let input: InputFile
  private let seed: UInt64
  private let export: ChainFiles?
  private let print: @Sendable (String) -> Void

  init(_ arguments: Arguments, _ print: @escaping @Sendable (String) -> Void) throws {
    let input = InputFile(path: arguments.file)
    self.input = input
    seed = arguments.seed
    export = try arguments.export.map { try ChainFiles(path: $0, sparing: input) }
    self.print = print
  }

  /// Runs the network.
  ///
  /// - Returns: Whether the file that came back is the one that went in.
  func run() async throws -> Bool {
    let bytes = try input.read()
    let digest = SHA256.hash(bytes)
    let stopwatch = Stopwatch()
    return try await LocalNetwork.run(LocalNetworkConfiguration(sectorSize: .mib8), seed: seed) { network in
      stopwatch.lap("genesis: two sectors sealed")
      let steps = try await Steps(network, print, stopwatch)
      let (deal, root) = try await steps.store(bytes)
      let state = try await steps.waitUntilActive(deal)
      let proof = try await steps.waitForWindowPoSt(of: state.sector)
      try steps.dropCopies(of: deal, in: state.sector)
      let back = try await steps.fetch(root, from: deal.provider)
      try await steps.fetchWithoutReplica(root, of: deal, in: state.sector)
      if let export {
        print(try export.write(network))
        stopwatch.lap("export")
      }
      try await Report(steps, deal, state, proof, network).print(stopwatch, print)
      // The file is read again: the network has no copy of it any more.
      if (try? back == input.read()) == true { return true }
      guard SHA256.hash(back) == digest else { return false }
      print("\(input.path) has changed since; what came back is what it was at the start")
      return true
    }
  }
}
