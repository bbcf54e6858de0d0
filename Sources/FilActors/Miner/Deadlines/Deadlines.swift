public import FilCore

/// A miner's deadlines, each in a block of its own.
public struct Deadlines: Hashable, Sendable {
  /// The deadlines in order.
  public private(set) var due: [CID]

  /// As many deadlines as a period has, all the same.
  init(_ policy: Policy, repeating deadline: CID) {
    due = [CID](repeating: deadline, count: Int(policy.windowPoStPeriodDeadlines))
  }

  /// Reads a deadline.
  ///
  /// - Throws: `ActorError`: `illegalArgument` for a number that does not exist, `illegalState` if it cannot be read.
  public func load(_ index: UInt64, in store: some Blockstore) throws(ActorError) -> Deadline {
    try require(index < UInt64(due.count), .illegalArgument, "invalid deadline index \(index) of \(due.count)")
    return try store.load(at: due[Int(index)])
  }

  /// Writes a deadline.
  mutating func update(_ index: UInt64, to deadline: Deadline, in store: some Blockstore) throws(ActorError) {
    try require(index < UInt64(due.count), .illegalState, "invalid deadline \(index)")
    try deadline.validate()
    due[Int(index)] = try store.save(deadline)
  }
}

extension Deadlines: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(due) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { due = try decoder.tuple([CID].self) }
}
