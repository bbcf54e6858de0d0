/// How a KAMT is laid out: all that its bytes depend on besides its entries.
public struct KAMTConfiguration: Hashable, Sendable {
  /// How many bits of a key choose the slot in a node: 1 to 8.
  public let bitWidth: Int
  /// How many levels from the root hold links only.
  public let minDataDepth: Int
  /// The most entries that a slot holds before it becomes a node.
  public let bucketSize: Int

  /// The layout of the storage of contracts: 5 bits a level, entries at every level, one entry a slot.
  public static let evm = KAMTConfiguration()

  /// A layout; it is part of the program, not of any input.
  ///
  /// - Parameters:
  ///   - bitWidth: 1 to 8.
  ///   - minDataDepth: How many levels from the root hold links only; fewer than the levels of a key.
  ///   - bucketSize: The most entries that a slot holds, at least 1.
  public init(bitWidth: Int = 5, minDataDepth: Int = 0, bucketSize: Int = 1) {
    precondition((1...8).contains(bitWidth), "a KAMT has a bit width of 1 to 8")
    precondition((0..<256 / bitWidth).contains(minDataDepth), "a key has 256 bits")
    precondition(bucketSize > 0, "a bucket holds entries")
    self.bitWidth = bitWidth
    self.minDataDepth = minDataDepth
    self.bucketSize = bucketSize
  }

  /// How many bits of a key choose the slot in a node that begins at `bit`; fewer at the end of the key.
  func slotWidth(at bit: Int) -> Int { min(bitWidth, KAMTConfiguration.keyBits - bit) }

  /// Whether nodes that begin at `bit` may hold entries.
  func holdsEntries(at bit: Int) -> Bool { bit / bitWidth >= minDataDepth }

  /// How many bits a key has.
  static let keyBits = 256
}
