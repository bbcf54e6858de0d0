public import FilNode
public import Testing

/// Gives a test a network of its own: all of the test runs on the network's executor, in its virtual time.
public struct LocalNetworkTrait: TestTrait, SuiteTrait, TestScoping {
  /// What the network begins with.
  public let configuration: LocalNetworkConfiguration
  /// What everything follows from.
  public let seed: UInt64

  /// Each test of a suite gets a network.
  public var isRecursive: Bool { true }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    try await withoutActuallyEscaping(function) { function in
      try await LocalNetwork.run(configuration, seed: seed) { network in
        try await LocalNetwork.$ofTest.withValue(network) { try await function() }
      }
    }
  }
}

extension Trait where Self == LocalNetworkTrait {
  /// Gives the test a network of its own, which is `LocalNetwork.current`.
  ///
  /// - Parameters:
  ///   - configuration: What the network begins with.
  ///   - seed: What everything follows from.
  /// - Returns: The trait.
  public static func localNetwork(
    _ configuration: LocalNetworkConfiguration = .oneStorageMiner, seed: UInt64 = 1
  ) -> LocalNetworkTrait {
    LocalNetworkTrait(configuration: configuration, seed: seed)
  }
}
