extension UnixFSShards {
  /// The rules that a node names.
  init(of data: UnixFSData, _ cid: CID) throws(UnixFSError) {
    guard data.hashType == UnixFSShards.murmur3, let fanout = data.fanout, let size = Int(exactly: fanout),
      let shards = try? UnixFSShards(fanout: size)
    else { throw UnixFSError(.malformedNode, "\(cid): hash type or fanout of a shard") }
    self = shards
  }

  /// The digits of the slot that a link is in, and the name behind them; empty where the link leads to a node below.
  func parts(of link: PBLink) throws(UnixFSError) -> (digits: String, name: String) {
    let name = link.name ?? ""
    guard name.utf8.count >= prefixCount, let digits = String(name.utf8.prefix(prefixCount)),
      let rest = String(name.utf8.dropFirst(prefixCount))
    else { throw UnixFSError(.malformedNode, "link '\(name)' of a shard") }
    return (digits, rest)
  }

  /// Requires that the hash of a name leads through slots with these digits.
  ///
  /// Otherwise a few blocks could pass for a directory without end, one node standing in many places.
  func check(_ name: String, at path: [String]) throws(UnixFSError) {
    let hash = UnixFSShards.hash(name)
    for (depth, digits) in path.enumerated() where prefix(slot(hash, depth: depth)) != digits {
      throw UnixFSError(.malformedNode, "'\(name)' stands where its hash does not lead")
    }
  }
}
