/// The shape of a tree over columns or a replica: base trees of arity 8, joined by a `sub` and a `top` level.
public struct TreeShape: Hashable, Sendable {
  /// The number of leaves of the whole tree.
  public let leafCount: UInt64
  /// The arity of the level above the base trees; 0 if there is none.
  public let sub: Int
  /// The arity of the level above that; 0 if there is none.
  public let top: Int

  /// The arity of the levels of a base tree.
  public static let baseArity = 8

  /// A shape; `nil` if the base trees would not be complete or an arity is none of 0, 2, 4 and 8.
  public init?(leafCount: UInt64, sub: Int = 0, top: Int = 0) {
    guard [0, 2, 4, 8].contains(sub), [0, 2, 4, 8].contains(top), sub > 0 || top == 0 else { return nil }
    let baseCount = UInt64(max(sub, 1) * max(top, 1))
    let leaves = leafCount / baseCount
    guard leaves * baseCount == leafCount, leaves >= 8, leaves.nonzeroBitCount == 1,
      leaves.trailingZeroBitCount.isMultiple(of: 3)
    else { return nil }
    self.leafCount = leafCount
    self.sub = sub
    self.top = top
  }

  /// The shape for a sector's size; `nil` if there is none.
  public init?(sectorSize: UInt64) {
    let (sub, top) = Self.levels(sectorSize)
    self.init(leafCount: sectorSize / 32, sub: sub, top: top)
  }

  private static func levels(_ sectorSize: UInt64) -> (sub: Int, top: Int) {
    switch sectorSize {
    case 4 << 10: (2, 0)
    case 16 << 10, 32 << 30: (8, 0)
    case 32 << 10, 64 << 30: (8, 2)
    default: (0, 0)
    }
  }

  /// How many base trees there are.
  public var baseCount: Int { max(sub, 1) * max(top, 1) }

  /// The number of leaves of a base tree.
  public var baseLeafCount: UInt64 { leafCount / UInt64(baseCount) }

  /// The number of rows above the leaves of a base tree.
  public var baseHeight: Int { baseLeafCount.trailingZeroBitCount / 3 }

  /// The arity of every level, from the leaves up.
  public var arities: [Int] {
    Array(repeating: Self.baseArity, count: baseHeight) + [sub, top].filter { $0 > 0 }
  }

  /// How many rows above the leaves of a base tree are not kept for the tree over the replica.
  var discardedRows: Int { max(0, min(2, baseHeight - 1)) }
}
