public import FilCore

/// What was fetched.
public struct FetchedPayload: Hashable, Sendable {
  /// The root.
  public let root: CID
  /// How many blocks it has; those that are held in links do not count.
  public let blockCount: Int
  /// How many bytes of blocks came.
  public let byteCount: UInt64
}
