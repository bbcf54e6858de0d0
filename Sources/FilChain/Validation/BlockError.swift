/// A rule that a block does not keep.
///
/// Two errors are equal when they are about the same rule.
public struct BlockError: Error, Sendable {
  /// The rule.
  public let rule: BlockRule
  /// What was not so, for people.
  public let detail: String

  /// An error.
  public init(_ rule: BlockRule, _ detail: String) {
    self.rule = rule
    self.detail = detail
  }
}

extension BlockError: Hashable, CustomStringConvertible {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: BlockError, right: BlockError) -> Bool { left.rule == right.rule }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(rule) }
  /// The rule and what was not so.
  public var description: String { "\(rule): \(detail)" }
}
