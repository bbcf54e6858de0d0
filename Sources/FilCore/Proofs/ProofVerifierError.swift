/// Why something cannot be verified at all.
public struct ProofVerifierError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the inputs.
  public let description: String

  /// An error that says what is wrong.
  public init(_ description: String) {
    self.description = description
  }
}
