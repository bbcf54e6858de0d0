internal import FilCore

/// The blocks of a CAR file that comes with vectors.
enum CallBlocks {
  /// Reads all blocks of a file into memory; an absent file has none.
  static func load(_ name: String, in folder: VectorFolder) throws -> MemoryBlockstore {
    let store = MemoryBlockstore()
    guard let bytes = try folder.data(name) else { return store }
    var rest = bytes[...]
    _ = try section(&rest)
    while !rest.isEmpty {
      var section = try section(&rest)
      let cid = try CID.read(from: &section)
      try store.put(Block(cid: cid, bytes: Array(section)))
    }
    return store
  }

  private static func section(_ bytes: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8> {
    let count = try Varint.read(from: &bytes)
    guard count <= UInt64(bytes.count) else { throw VectorError("truncated CAR file") }
    let section = bytes.prefix(Int(count))
    bytes = bytes.dropFirst(Int(count))
    return section
  }
}
