/// How files and directories become blocks: all that their CIDs depend on besides their contents.
public struct UnixFSOptions: Hashable, Sendable {
  /// How the leaves of a file are arranged under its root.
  public enum Layout: Hashable, Sendable {
    /// All leaves at one depth: good for random access.
    case balanced
    /// Leaves at the top first, then ever deeper trees: good for reading from the start.
    case trickle
  }

  /// The arrangement of the leaves.
  public var layout: Layout
  /// How many bytes of the file a leaf has.
  public var chunkSize: Int
  /// How many links a node has at most; at least 2.
  public var maxLinks: Int
  /// Whether leaves are the bytes alone, rather than nodes around them.
  public var rawLeaves: Bool
  /// The version of the CIDs of nodes, 0 or 1; raw leaves and blocks that are inlined always have 1.
  public var cidVersion: Int
  /// The hash function.
  public var hash: MultihashCode
  /// Blocks of at most so many bytes become identity CIDs, which hold them; 0 for none.
  public var inlineLimit: Int

  /// Options; the defaults are those of Filecoin's clients.
  public init(
    layout: Layout = .balanced, chunkSize: Int = 1 << 20, maxLinks: Int = 1024, rawLeaves: Bool = true,
    cidVersion: Int = 1, hash: MultihashCode = .blake2b256, inlineLimit: Int = 126
  ) {
    self.layout = layout
    self.chunkSize = chunkSize
    self.maxLinks = maxLinks
    self.rawLeaves = rawLeaves
    self.cidVersion = cidVersion
    self.hash = hash
    self.inlineLimit = inlineLimit
  }

  /// What Filecoin's storage clients use.
  public static let filecoin = UnixFSOptions()
  /// What IPFS uses, with CIDs of version 1.
  public static let ipfs = UnixFSOptions(chunkSize: 256 << 10, maxLinks: 174, hash: .sha256, inlineLimit: 0)
  /// What IPFS used first: CIDs of version 0.
  public static let version0 = UnixFSOptions(
    chunkSize: 256 << 10, maxLinks: 174, rawLeaves: false, cidVersion: 0, hash: .sha256, inlineLimit: 0)

  /// The greatest chunk, in bytes: a block must fit what others take.
  public static let maxChunkSize = 2 << 20

  /// Requires options that can be followed.
  func check() throws(UnixFSError) {
    guard (1...UnixFSOptions.maxChunkSize).contains(chunkSize), maxLinks >= 2,
      (0...CID.maxDigestBytes).contains(inlineLimit)
    else { throw UnixFSError(.invalidOptions, "chunks of \(chunkSize), \(maxLinks) links, inline \(inlineLimit)") }
    guard cidVersion == 1 || (cidVersion == 0 && hash == .sha256) else {
      throw UnixFSError(.invalidOptions, "CIDs of version \(cidVersion) with \(hash)")
    }
    guard [.sha256, .blake2b256].contains(hash) else { throw UnixFSError(.invalidOptions, "hash function \(hash)") }
  }
}
