internal import FilCore

extension JSONValue {
  /// The CID that text stands for.
  func cid(_ what: String) throws -> CID {
    guard let string else { throw VectorError("\(what) is no text") }
    return try CID(text: string)
  }

  /// The CID under a name.
  func requireCID(_ name: String) throws -> CID {
    try require(name).cid(name)
  }

  /// The blocks of a list of `[cid, bytes]` under a name.
  func requireBlocks(_ name: String) throws -> [Block] {
    try requireArray(name).map { pair in
      guard let pair = pair.array, pair.count == 2, let bytes = pair[1].bytes
      else { throw VectorError("'\(name)' is no list of blocks") }
      return Block(cid: try pair[0].cid(name), bytes: bytes)
    }
  }
}

/// Requires that a store holds exactly the blocks of a case, as far as its root reaches.
func expectBlocks(_ vector: JSONValue, in store: some Blockstore) throws {
  guard vector["blocks"] != nil else { return }
  for block in try vector.requireBlocks("blocks") {
    try expect(try store.get(block.cid), equals: block.bytes, "block \(block.cid)")
  }
}
