internal import FilCore

/// A case of a directory.
struct UnixFSDirectoryCase {
  private let vector: JSONValue
  private let store = MemoryBlockstore()

  init(_ vector: JSONValue) {
    self.vector = vector
  }

  func check() throws {
    let root = try vector["tree"] == nil ? flat() : nested()
    try UnixFSResult(of: root, in: store).check(vector)
    try expectBlocks(vector, in: store)
  }

  private func importer() throws -> UnixFSImporter<MemoryBlockstore> {
    let version: Int = try vector.requireInteger("cidVersion")
    let options = UnixFSOptions(chunkSize: 256, maxLinks: 174, cidVersion: version, hash: .sha256, inlineLimit: 0)
    return UnixFSImporter(store: store, options: options)
  }

  /// A file that holds its own name.
  private func named(_ name: String) throws -> UnixFSEntry {
    UnixFSEntry(name: name, link: try importer().file(ArraySource(Array(name.utf8))))
  }

  private func flat() throws -> CID {
    let entries = try names().map(named)
    let root: CID
    if vector["kind"]?.string == "hamt" {
      root = try importer().shardedDirectory(entries, fanout: try vector.requireInteger("fanout")).cid
    } else {
      root = try importer().directory(entries).cid
    }
    let reader = UnixFSReader(store: store)
    try expect(Set(try reader.entries(root)), equals: Set(entries), "entries")
    for entry in entries.prefix(50) { try expect(try reader.entry(entry.name, in: root), equals: entry, "entry") }
    try expect(try reader.entry("absent", in: root), equals: nil, "absent entry")
    return root
  }

  private func names() throws -> [String] {
    if let list = vector["entries"]?.array { return list.compactMap(\.string) }
    let count: Int = try vector.requireInteger("count")
    let isReduced = try vector.requireString("names").hasSuffix("removed")
    return (0..<count).filter { !isReduced || $0 % 100 == 0 }.map { "file-\($0)" }
  }

  /// The one tree of the vectors: a folder with a file, and a file of several chunks.
  private func nested() throws -> CID {
    let importer = try importer()
    let folder = UnixFSEntry(name: "dir", link: try importer.directory([try named("deep.txt")]))
    let content = FormulaSource(seed: "fil-test-unixfs", size: 1000)
    let file = UnixFSEntry(name: "file.bin", link: try importer.file(content))
    let root = try importer.directory([file, folder]).cid
    let reader = UnixFSReader(store: store)
    try expect(try reader.resolve("dir/deep.txt", in: root), equals: try named("deep.txt").link.cid, "path")
    try UnixFSVectors.checkReading(try reader.resolve("file.bin", in: root), in: store, content.all())
    return root
  }
}
