/// What a reader of archives checks.
public struct CAROptions: Hashable, Sendable {
  /// Whether each block is hashed and compared with its CID.
  public var verifiesBlocks: Bool
  /// Whether a section of no bytes ends the archive, as where zeros fill it up to the size of a piece; else it is an
  /// error.
  public var endsAtEmptySection: Bool
  /// The longest section that is read, in bytes.
  public var maxSectionBytes: UInt64

  /// Options; the defaults trust nothing.
  public init(
    verifiesBlocks: Bool = true, endsAtEmptySection: Bool = false, maxSectionBytes: UInt64 = 8 << 20
  ) {
    self.verifiesBlocks = verifiesBlocks
    self.endsAtEmptySection = endsAtEmptySection
    self.maxSectionBytes = min(maxSectionBytes, UInt64(Int32.max))
  }
}
