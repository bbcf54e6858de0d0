extension UnixFSReader {
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
      for link in links.prefix(max(0, limit)) { entries.append(UnixFSReader.entry(link, name: link.name ?? "")) }
    case .shard(let data, let links):
      try collect(try UnixFSShards(of: data, root), links, path: [], limit: limit, &entries)
    default: throw UnixFSError(.notADirectory, "\(root)")
    }
    return entries
  }

  private static func entry(_ link: PBLink, name: String) -> UnixFSEntry {
    UnixFSEntry(name: name, link: UnixFSLink(cid: link.cid, totalSize: link.totalSize ?? 0))
  }

  /// Collects the entries of a shard that slots with these digits lead to.
  private func collect(
    _ shards: UnixFSShards, _ links: [PBLink], path: [String], limit: Int, _ entries: inout [UnixFSEntry]
  ) throws(UnixFSError) {
    var last = ""
    for link in links where entries.count < limit {
      let (digits, name) = try shards.parts(of: link)
      guard last.utf8.lexicographicallyPrecedes(digits.utf8) else {
        throw UnixFSError(.malformedNode, "slot \(digits) of a shard after \(last)")
      }
      last = digits
      if name.isEmpty {
        let below = try child(link.cid, shards, depth: path.count + 1)
        try collect(shards, below, path: path + [digits], limit: limit, &entries)
      } else {
        try shards.check(name, at: path + [digits])
        entries.append(UnixFSReader.entry(link, name: name))
      }
    }
  }

  /// The links of a shard below another.
  private func child(_ cid: CID, _ shards: UnixFSShards, depth: Int) throws(UnixFSError) -> [PBLink] {
    guard depth < shards.maxDepth, case .shard(let data, let links) = try node(cid),
      try UnixFSShards(of: data, cid).fanout == shards.fanout, !links.isEmpty
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
      let found = try shards.parts(of: link).name
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
