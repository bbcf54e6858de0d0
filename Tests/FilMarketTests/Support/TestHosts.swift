import FilCore
import FilCrypto
import FilNet
import FilNode

/// The peer whose key follows from a number.
func peer(_ number: UInt64) -> PeerID {
  PeerID(PeerPrivateKey.generate(from: SeededRandom(seed: number)).publicKey)
}

/// Runs a client's and a provider's host while a closure uses them.
func withTwoHosts<Value: Sendable>(
  _ body: @escaping @Sendable (InProcessNetwork, InProcessHost, InProcessHost, Environment) async throws -> Value
) async throws -> Value {
  try await Simulation.run(seed: 3) { environment in
    let network = InProcessNetwork(environment: environment, link: LinkConditions(latency: .milliseconds(10)))
    let (client, provider) = (network.addHost(peer(1)), network.addHost(peer(2)))
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      for host in [client, provider] {
        group.addTask {
          await host.run()
          return nil
        }
      }
      group.addTask { try await body(network, client, provider, environment) }
      defer { group.cancelAll() }
      for try await value in group {
        if let value { return value }
      }
      throw CancellationError()
    }
  }
}
