internal import FilCore

extension BitField {
  /// The set of integers, all of which must be below 2^64 - 1.
  static func of(_ members: some Sequence<UInt64>) throws(ActorError) -> BitField {
    try FilActors.orAbort(.illegalState, "bit field") { () throws(BitFieldError) in try BitField(members) }
  }

  /// Adds an integer, which must be below 2^64 - 1.
  mutating func add(_ member: UInt64) throws(ActorError) {
    try FilActors.orAbort(.illegalState, "bit field") { () throws(BitFieldError) in _ = try insert(member) }
  }
}
