/// What gossip is about, as `/fil/blocks/testnetnet`.
public struct Topic: Hashable, Sendable {
  /// The name.
  public let name: String

  /// A topic of a given name.
  public init(_ name: String) {
    self.name = name
  }

  /// Where a network gossips its blocks.
  public static func blocks(network: String) -> Topic { Topic("/fil/blocks/" + network) }

  /// Where a network gossips messages that are to go into blocks.
  public static func messages(network: String) -> Topic { Topic("/fil/msgs/" + network) }
}

extension Topic: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
