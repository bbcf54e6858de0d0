import FilCore
import FilStore

private let fileStore = MemoryBlockstore()
private let file = (0..<3_000).map { UInt8(truncatingIfNeeded: $0 * $0) }

private func made<Value>(_ make: () throws -> Value) -> Value {
  do {
    return try make()
  } catch {
    fatalError("\(error)")
  }
}

private let root = made {
  try UnixFSImporter(store: fileStore, options: UnixFSOptions(chunkSize: 500, maxLinks: 3, inlineLimit: 0))
    .file(ArraySource(file)).cid
}
private let car = made {
  var writer = try CARWriter(roots: [root], to: ArraySink())
  try writer.write(DAGWalk(from: [root], in: fileStore))
  return writer.sink.bytes
}
private let nodes = fileStore.all.filter { $0.cid.codec == .dagPB }.map(\.bytes)
  .sorted { $0.lexicographicallyPrecedes($1) }

let archiveTargets = [
  FuzzTarget("car", [car]) { input in
    var reader = try CARReader(ArraySource(input), options: CAROptions(verifiesBlocks: false))
    var writer = try CARWriter(roots: reader.roots, to: ArraySink())
    while let section = try reader.next() { try writer.write(section.block) }
    return reader.version2 == nil ? writer.sink.bytes : nil
  },
  FuzzTarget(
    "car-index", [[0x80, 0x08, 1, 0, 0, 0, 40, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0] + Array(repeating: 5, count: 40)]
  ) {
    _ = try CARIndex($0)
    return nil
  },
  FuzzTarget("dag-pb", nodes) { try PBNode(decoding: $0).encoded },
  FuzzTarget("unixfs", nodes) { input in
    let block = Block(cid: CID(codec: .dagPB, hash: .blake2b256, digest: BLAKE2b.hash256(input)), bytes: input)
    let reader = UnixFSReader(store: MemoryBlockstore(fileStore.all + [block]))
    _ = try? reader.entries(block.cid, limit: 1_000)
    _ = try? reader.file(block.cid).bytes(limit: 1 << 20)
    return nil
  },
  FuzzTarget("zstd", [made { try Zstd.compress(file) }]) {
    _ = try Zstd.decompress($0, limit: 1 << 20)
    return nil
  },
]
