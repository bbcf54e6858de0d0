/// A vector that cannot be read, or a result that differs from the recorded one.
public struct VectorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong: the first difference, in one line.
  public let description: String

  /// An error with its one line.
  public init(_ description: String) {
    self.description = description
  }
}
