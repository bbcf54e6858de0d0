/// What a file or directory is reached by.
public struct UnixFSLink: Hashable, Sendable {
  /// The CID of the root.
  public let cid: CID
  /// The sizes of all blocks together, each as often as it stands in the tree.
  public let totalSize: UInt64

  /// A link.
  public init(cid: CID, totalSize: UInt64) {
    self.cid = cid
    self.totalSize = totalSize
  }
}

/// A part of a file that is stored: where, and how many bytes of the file it has.
struct UnixFSPart {
  let link: UnixFSLink
  let fileSize: UInt64
}
