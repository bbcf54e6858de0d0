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
