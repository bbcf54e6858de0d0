/// Reads files and directories from their blocks, each of which is compared with its CID.
///
/// ```swift
/// let reader = UnixFSReader(store: store)
/// var file = try reader.file(try reader.resolve("docs/a.txt", in: root))
/// while let bytes = try file.next() { ... }
/// ```
public struct UnixFSReader<Store: Blockstore>: Sendable {
  /// Where the blocks are.
  public let store: Store
  /// Whether each block is hashed and compared with its CID.
  public let verifiesBlocks: Bool

  /// A reader.
  public init(store: Store, verifiesBlocks: Bool = true) {
    self.store = store
    self.verifiesBlocks = verifiesBlocks
  }

  /// The node with a CID.
  func node(_ cid: CID) throws(UnixFSError) -> UnixFSNode {
    let bytes: [UInt8]?
    do {
      bytes = try store.get(cid)
    } catch {
      throw UnixFSError(.store, "\(cid)", cause: error)
    }
    guard let bytes else { throw UnixFSError(.missingBlock, "\(cid)") }
    if verifiesBlocks { try verify(bytes, cid) }
    return try UnixFSNode(Block(cid: cid, bytes: bytes))
  }

  private func verify(_ bytes: [UInt8], _ cid: CID) throws(UnixFSError) {
    do {
      if try cid.matches(bytes) { return }
    } catch {
      throw UnixFSError(.mismatch, "\(cid)", cause: error)
    }
    throw UnixFSError(.mismatch, "\(cid)")
  }

  /// The file with a root, to read all of it.
  ///
  /// - Throws: `UnixFSError`: `notAFile`, or why the root cannot be read.
  public func file(_ root: CID) throws(UnixFSError) -> UnixFSFile<Store> {
    try UnixFSFile(root, self)
  }

  /// The target of a symbolic link; `nil` if the root is something else.
  ///
  /// - Throws: `UnixFSError` if the root cannot be read.
  public func symlinkTarget(_ root: CID) throws(UnixFSError) -> [UInt8]? {
    if case .symlink(let target) = try node(root) { target } else { nil }
  }

  /// The entries of a directory of either kind, in the order of its links.
  ///
  /// - Parameters:
  ///   - root: The directory.
  ///   - limit: The most entries that are wanted.
  /// - Returns: The entries.
  /// - Throws: `UnixFSError`: `notADirectory`, or why a node cannot be read.
  public func entries(_ root: CID, limit: Int = .max) throws(UnixFSError) -> [UnixFSEntry] {
    var entries: [UnixFSEntry] = []
    switch try node(root) {
    case .directory(let links):
      for link in links.prefix(limit) { entries.append(UnixFSReader.entry(link, name: link.name ?? "")) }
    case .shard(let data, let links):
      try collect(try UnixFSShards(of: data, root), links, depth: 0, limit: limit, &entries)
    default: throw UnixFSError(.notADirectory, "\(root)")
    }
    return entries
  }

  private static func entry(_ link: PBLink, name: String) -> UnixFSEntry {
    UnixFSEntry(name: name, link: UnixFSLink(cid: link.cid, totalSize: link.totalSize ?? 0))
  }

  private func collect(
    _ shards: UnixFSShards, _ links: [PBLink], depth: Int, limit: Int, _ entries: inout [UnixFSEntry]
  ) throws(UnixFSError) {
    for link in links where entries.count < limit {
      let name = try shards.name(of: link)
      if name.isEmpty {
        let below = try child(link.cid, shards, depth: depth + 1)
        try collect(shards, below, depth: depth + 1, limit: limit, &entries)
      } else {
        entries.append(UnixFSReader.entry(link, name: name))
      }
    }
  }

  /// The links of a shard below another.
  private func child(_ cid: CID, _ shards: UnixFSShards, depth: Int) throws(UnixFSError) -> [PBLink] {
    guard depth < shards.maxDepth, case .shard(let data, let links) = try node(cid),
      try UnixFSShards(of: data, cid).fanout == shards.fanout
    else { throw UnixFSError(.malformedNode, "\(cid) is no part of a sharded directory") }
    return links
  }

  /// The entry of a directory with a name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - root: The directory, of either kind.
  /// - Returns: The entry; `nil` if there is none.
  /// - Throws: `UnixFSError`: `notADirectory`, or why a node cannot be read.
  public func entry(_ name: String, in root: CID) throws(UnixFSError) -> UnixFSEntry? {
    switch try node(root) {
    case .directory(let links):
      return links.first { $0.name?.hasSameBytes(as: name) ?? false }.map { UnixFSReader.entry($0, name: name) }
    case .shard(let data, let links):
      return try find(name, in: links, try UnixFSShards(of: data, root))
    default: throw UnixFSError(.notADirectory, "\(root)")
    }
  }

  private func find(_ name: String, in root: [PBLink], _ shards: UnixFSShards) throws(UnixFSError) -> UnixFSEntry? {
    let hash = UnixFSShards.hash(name)
    var links = root
    for depth in 0..<shards.maxDepth {
      let prefix = shards.prefix(shards.slot(hash, depth: depth))
      guard let link = links.first(where: { $0.name?.utf8.starts(with: prefix.utf8) ?? false }) else { return nil }
      let found = try shards.name(of: link)
      if !found.isEmpty { return found.hasSameBytes(as: name) ? UnixFSReader.entry(link, name: name) : nil }
      links = try child(link.cid, shards, depth: depth + 1)
    }
    return nil
  }

  /// The CID that a path leads to.
  ///
  /// - Parameters:
  ///   - path: Names with slashes between them; empty for the root itself.
  ///   - root: Where the path begins.
  /// - Returns: The CID.
  /// - Throws: `UnixFSError`: `notFound` or `notADirectory`, or why a node cannot be read.
  public func resolve(_ path: String, in root: CID) throws(UnixFSError) -> CID {
    var cid = root
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(Substring(part))
      guard let entry = try entry(name, in: cid) else { throw UnixFSError(.notFound, "'\(name)' in \(cid)") }
      cid = entry.link.cid
    }
    return cid
  }
}

extension String {
  /// Whether the texts are the same bytes; `==` also holds for other ways to write the same characters.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension UnixFSShards {
  /// The rules that a node names.
  init(of data: UnixFSData, _ cid: CID) throws(UnixFSError) {
    guard data.hashType == UnixFSShards.murmur3, let fanout = data.fanout, let size = Int(exactly: fanout),
      let shards = try? UnixFSShards(fanout: size)
    else { throw UnixFSError(.malformedNode, "\(cid): hash type or fanout of a shard") }
    self = shards
  }

  /// The name behind the digits of the slot; empty where the link leads to a node below.
  func name(of link: PBLink) throws(UnixFSError) -> String {
    let name = link.name ?? ""
    guard name.utf8.count >= prefixCount, let rest = String(name.utf8.dropFirst(prefixCount)) else {
      throw UnixFSError(.malformedNode, "link '\(name)' of a shard")
    }
    return rest
  }
}
