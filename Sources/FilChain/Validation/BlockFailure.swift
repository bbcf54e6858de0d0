/// Why a block was not accepted.
public enum BlockFailure: Error, Hashable, Sendable {
  /// It breaks a rule, and always will; only `BlockRule.clock` may be kept later.
  case refused(BlockError)
  /// The chain at hand cannot tell: blocks or states are missing. The block is not to blame.
  case undecided(ChainError)
}

extension BlockFailure: CustomStringConvertible {
  /// What failed.
  public var description: String {
    switch self {
    case .refused(let error): "\(error)"
    case .undecided(let error): "undecided: \(error)"
    }
  }

  /// The rule that is broken, if one is.
  public var rule: BlockRule? {
    if case .refused(let error) = self { error.rule } else { nil }
  }
}
