/// Which nodes of a tree are needed to compute its root from some of the leaves.
struct MultiproofLayout: Hashable, Sendable {
  /// The arity of every level, from the leaves up.
  let arities: [Int]
  /// The leaves that are known, rising, without repetition.
  let indices: [UInt64]

  /// A layout for leaves in any order.
  init(arities: [Int], leaves: some Sequence<UInt64>) {
    self.arities = arities
    indices = Set(leaves).sorted()
  }

  /// What a level adds: the groups of siblings that have a known node, and their nodes that are not known.
  struct Level {
    let arity: Int
    /// The indices of the parents, rising.
    let parents: [UInt64]
    /// The nodes that are not known, rising.
    let missing: [UInt64]
  }

  /// The levels from the leaves up.
  var levels: [Level] {
    var known = indices
    return arities.map { arity in
      let step = UInt64(arity)
      var parents: [UInt64] = []
      for index in known where parents.last != index / step { parents.append(index / step) }
      let present = Set(known)
      let missing = parents.flatMap { parent in
        (parent * step..<(parent + 1) * step).filter { !present.contains($0) }
      }
      known = parents
      return Level(arity: arity, parents: parents, missing: missing)
    }
  }

  /// The number of nodes that a proof holds besides the leaves.
  var siblingCount: Int { levels.reduce(0) { $0 + $1.missing.count } }
}
