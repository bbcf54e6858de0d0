public import FilNode

extension LocalNetwork {
  @TaskLocal static var ofTest: LocalNetwork?

  /// The network of the test that runs.
  ///
  /// - Throws: ``NoLocalNetwork`` if the test has none.
  public static var current: LocalNetwork {
    get throws {
      guard let ofTest else { throw NoLocalNetwork() }
      return ofTest
    }
  }
}

/// A test asks for its network and has none.
public struct NoLocalNetwork: Error, CustomStringConvertible {
  /// What to do about it.
  public var description: String { "the test has no network: give it the trait .localNetwork(...)" }
}
