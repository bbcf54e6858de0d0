/// The name of a protocol that is spoken on a stream, as `/fil/hello/1.0.0`.
public struct ProtocolID: Hashable, Sendable {
  /// The name.
  public let name: String

  /// A protocol of a given name.
  public init(_ name: String) {
    self.name = name
  }
}

extension ProtocolID: ExpressibleByStringLiteral {
  /// A protocol named in the source.
  public init(stringLiteral name: String) {
    self.init(name)
  }
}

extension ProtocolID: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
