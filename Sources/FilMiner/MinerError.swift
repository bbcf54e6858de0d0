internal import FilProofs

/// Why a storage miner cannot do something.
///
/// Two errors are equal when their codes are.
public struct MinerError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// A sector that the chain names is not here.
    case missingSector
    /// Sealing or proving fails: the error of the proofs is in the detail.
    case proofs
    /// The place of a sector's files fails: it is full, or a file is missing. It may get better.
    case storage
    /// The state of the chain cannot be read.
    case state
    /// A piece does not fit, or is not what it should be.
    case piece
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

extension MinerError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: MinerError, right: MinerError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
  /// The kind and what was not so.
  public var description: String { "miner: \(code): \(detail)" }
}

extension MinerError {
  /// Whether trying again is of no use: what was to be sealed or proven is itself wrong.
  var isFinal: Bool {
    switch code {
    case .proofs, .piece: true
    case .missingSector, .storage, .state: false
    }
  }
}

/// Runs `body` and turns its failure into one of the miner's.
func orFail<Value, Failure: Error>(
  _ code: MinerError.Code, _ body: () throws(Failure) -> Value
) throws(MinerError) -> Value {
  do {
    return try body()
  } catch {
    throw MinerError(code, "\(error)")
  }
}

/// Runs `body`, which seals or proves, and turns its failure into one of the miner's.
func orSealFail<Value>(_ body: () throws(SealError) -> Value) throws(MinerError) -> Value {
  do {
    return try body()
  } catch {
    throw MinerError(error.code == .storage ? .storage : .proofs, "\(error)")
  }
}
