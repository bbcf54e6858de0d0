public import FilCore

/// Checks blocks against the rules of Expected Consensus, as far as they need no execution.
///
/// What the parents' messages came to is an input, which the header must agree with:
///
/// ```swift
/// let validator = BlockValidator(chain: store, parameters: .mainnet)
/// let checked = try validator.check(block, parentOutcome: outcome)
/// ```
///
/// The rules are those of network version 28.
public struct BlockValidator<Blocks: Blockstore>: Sendable {
  /// The chain.
  public let chain: ChainStore<Blocks>
  /// The network.
  public let parameters: NetworkParameters
  /// Who verifies winning PoSts; without it they are not checked.
  public let proofs: (any ProofVerifier)?

  /// A validator.
  public init(chain: ChainStore<Blocks>, parameters: NetworkParameters, proofs: (any ProofVerifier)? = nil) {
    self.chain = chain
    self.parameters = parameters
    self.proofs = proofs
  }

  /// Checks a block until it breaks a rule.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - parentOutcome: What the messages of its parents came to.
  ///   - now: The time in seconds since 1970, to refuse blocks of the future.
  /// - Returns: The block as one that keeps the rules.
  /// - Throws: ``BlockFailure``.
  public func check(
    _ block: FullBlock, parentOutcome: TipsetOutcome, now: UInt64? = nil
  ) throws(BlockFailure) -> CheckedBlock {
    let check = try BlockCheck(block, self, parentOutcome, now)
    for rule in BlockRule.allCases { try check.check(rule) }
    return CheckedBlock(
      block: block, parents: check.parents, parentOutcome: parentOutcome, uncheckedRules: check.uncheckedRules)
  }

  /// All rules that a block breaks; without readable parents, only the first one.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - parentOutcome: What the messages of its parents came to.
  ///   - now: The time in seconds since 1970, to refuse blocks of the future.
  /// - Returns: The rules with what is not so, and what could not be decided; empty for a good block.
  public func failures(of block: FullBlock, parentOutcome: TipsetOutcome, now: UInt64? = nil) -> [BlockFailure] {
    do {
      let check = try BlockCheck(block, self, parentOutcome, now)
      return BlockRule.allCases.compactMap { rule in
        do throws(BlockFailure) {
          try check.check(rule)
          return nil
        } catch {
          return error
        }
      }
    } catch {
      return [error]
    }
  }
}
