import FilCore
import FilCrypto
import FilNet

/// The peer whose key follows from a number.
func peer(_ number: UInt64) -> PeerID {
  PeerID(PeerPrivateKey.generate(from: SeededRandom(seed: number)).publicKey)
}

/// Bytes that follow from a number.
func pattern(_ count: Int, seed: UInt64 = 0) -> [UInt8] {
  SeededRandom(seed: seed).bytes(count)
}

/// Runs hosts of a network while a closure uses it.
@discardableResult
func withHosts<Value: Sendable>(
  _ hosts: [InProcessHost], _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    for host in hosts {
      group.addTask {
        await host.run()
        return nil
      }
    }
    group.addTask { try await body() }
    defer { group.cancelAll() }
    for try await value in group {
      if let value { return value }
    }
    throw CancellationError()
  }
}
