/// How an LMDB store is opened.
public struct LMDBOptions: Hashable, Sendable {
  /// Whether the store takes no writes; any number of processes may read while one writes.
  public var isReadOnly: Bool
  /// Whether each block that is read is hashed and compared with its CID.
  public var verifiesReads: Bool
  /// The size of the map to begin with, in bytes of address space; the file grows as it is filled.
  public var initialMapBytes: Int
  /// The size to which the map grows by itself; beyond it the store is full.
  public var maxMapBytes: Int

  /// Options; the defaults suit a node.
  public init(
    isReadOnly: Bool = false, verifiesReads: Bool = false, initialMapBytes: Int = 1 << 30, maxMapBytes: Int = 1 << 42
  ) {
    self.isReadOnly = isReadOnly
    self.verifiesReads = verifiesReads
    self.initialMapBytes = initialMapBytes
    self.maxMapBytes = maxMapBytes
  }

  /// The size of the first map: whole pages of any system, and enough of them for LMDB to begin.
  var firstMapBytes: Int { min(max(initialMapBytes, 1 << 16), 1 << 46) & ~0xffff }
}
