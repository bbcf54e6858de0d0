/// Makes blocks of files and directories.
///
/// ```swift
/// let importer = UnixFSImporter(store: store)
/// let file = try importer.file(FileSource(path: path))
/// let folder = try importer.directory([UnixFSEntry(name: "a.txt", link: file)])
/// ```
public struct UnixFSImporter<Store: Blockstore>: Sendable {
  /// Where the blocks go.
  public let store: Store
  /// How they are made.
  public let options: UnixFSOptions

  /// An importer.
  public init(store: Store, options: UnixFSOptions = .filecoin) {
    self.store = store
    self.options = options
  }

  /// Imports a file, of which never more than a few chunks are in memory.
  ///
  /// - Parameter source: The file's bytes.
  /// - Returns: What the file is reached by.
  /// - Throws: `UnixFSError`: `source` or `store` if one of these fails, `invalidOptions`.
  public func file(_ source: some ByteSource) throws(UnixFSError) -> UnixFSLink {
    var writer = try UnixFSBlockWriter(store, options)
    var chunks = try UnixFSChunks(source, size: options.chunkSize)
    let root: UnixFSPart
    switch options.layout {
    case .trickle: root = try UnixFSTrickleLayout.root(&chunks, &writer)
    case .balanced: root = try balanced(&chunks, &writer)
    }
    try writer.flush()
    return root.link
  }

  private func balanced(
    _ chunks: inout UnixFSChunks<some ByteSource>, _ writer: inout UnixFSBlockWriter<Store>
  ) throws(UnixFSError) -> UnixFSPart {
    var layout = UnixFSBalancedLayout<Store>()
    repeat {
      // A file of no bytes is one empty leaf.
      try layout.add(try writer.leaf(try chunks.next() ?? [], kind: .file), &writer)
    } while !chunks.isAtEnd
    return try layout.finish(&writer)
  }

  /// Makes a directory in one node.
  ///
  /// - Parameter entries: What is in it, in any order.
  /// - Returns: What the directory is reached by.
  /// - Throws: `UnixFSError`: `invalidName`, `store`, `invalidOptions`.
  public func directory(_ entries: [UnixFSEntry]) throws(UnixFSError) -> UnixFSLink {
    var writer = try UnixFSBlockWriter(store, options)
    let links = try UnixFSEntry.sorted(entries).map {
      PBLink(cid: $0.link.cid, name: $0.name, totalSize: $0.link.totalSize)
    }
    let root = try writer.node(links, UnixFSData(kind: .directory))
    try writer.flush()
    return root
  }

  /// Makes a directory in many nodes, a hash trie over the names: for thousands of entries.
  ///
  /// - Parameters:
  ///   - entries: What is in it, in any order.
  ///   - fanout: How many slots a node has: a power of two from 8 to 1024.
  /// - Returns: What the directory is reached by.
  /// - Throws: `UnixFSError`: `invalidName`, `store`, `invalidOptions`.
  public func shardedDirectory(_ entries: [UnixFSEntry], fanout: Int = 256) throws(UnixFSError) -> UnixFSLink {
    var writer = try UnixFSBlockWriter(store, options)
    let shards = try UnixFSShards(fanout: fanout)
    let root = try shards.build(try UnixFSEntry.sorted(entries), &writer)
    try writer.flush()
    return root
  }
}
