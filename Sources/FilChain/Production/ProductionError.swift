/// Why a miner cannot make a block.
///
/// Two errors are equal when their codes are.
public struct ProductionError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The chain or its state cannot be read.
    case chain
    /// The beacon has not made a round that the block needs.
    case beacon
    /// The worker's key is not in the wallet.
    case key
    /// The miner cannot prove its sectors.
    case proof
  }

  /// The kind of the error.
  public let code: Code
  /// What was not so, for people.
  public let detail: String

  /// An error.
  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }
}

extension ProductionError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: ProductionError, right: ProductionError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "block production: \(code): \(detail)" }
}

/// Runs `body` and turns its failure into one of the producer's.
func orFail<Value, Failure: Error>(
  _ code: ProductionError.Code, _ body: () throws(Failure) -> Value
) throws(ProductionError) -> Value {
  do {
    return try body()
  } catch {
    throw ProductionError(code, "\(error)")
  }
}
