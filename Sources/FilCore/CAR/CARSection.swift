/// A block in a CAR.
public struct CARSection: Hashable, Sendable {
  /// The block.
  public let block: Block
  /// Where the section, that is its length, begins, in bytes from the start of the CAR.
  public let offset: UInt64
  /// Where the block's bytes begin.
  public let dataOffset: UInt64
}
