internal import FilCore

/// Runs the vectors of UnixFS: files and directories to blocks, and back.
public struct UnixFSVectors: VectorKind {
  /// The name of the folder.
  public let name = "unixfs"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try run.checkLines(of: "files.jsonl", in: folder, UnixFSVectors.checkFile)
    try run.checkLines(of: "directories.jsonl", in: folder) { try UnixFSDirectoryCase($0).check() }
  }

  private static func options(_ vector: JSONValue) throws -> UnixFSOptions {
    let hashes: [String: MultihashCode] = ["sha2-256": .sha256, "blake2b-256": .blake2b256]
    let layouts: [String: UnixFSOptions.Layout] = ["balanced": .balanced, "trickle": .trickle]
    guard let hash = hashes[try vector.requireString("hash")], let rawLeaves = vector["rawLeaves"]?.bool,
      let layout = layouts[try vector.requireString("layout")]
    else { throw VectorError("unknown options") }
    return UnixFSOptions(
      layout: layout, chunkSize: try vector.requireInteger("chunkSize"),
      maxLinks: try vector.requireInteger("maxLinks"), rawLeaves: rawLeaves,
      cidVersion: try vector.requireInteger("cidVersion"), hash: hash,
      inlineLimit: try vector.requireInteger("inlineLimit"))
  }

  private static func checkFile(_ vector: JSONValue) throws {
    let store = MemoryBlockstore()
    let input = FormulaSource(seed: try vector.requireString("seed"), size: try vector.requireInteger("size"))
    let file = try UnixFSImporter(store: store, options: try options(vector)).file(input)
    try UnixFSResult(of: file.cid, in: store).check(vector)
    try expectBlocks(vector, in: store)
    try checkReading(file.cid, in: store, input.all())
  }

  /// Reads a file back: all of it, and a part in the middle.
  static func checkReading(_ root: CID, in store: MemoryBlockstore, _ expected: [UInt8]) throws {
    let file = try UnixFSReader(store: store).file(root)
    try expect(file.size, equals: UInt64(expected.count), "size")
    try expect(SHA256.hash(try file.bytes(limit: .max)), equals: SHA256.hash(expected), "hash of the file")
    let part = expected.count / 3..<expected.count - expected.count / 5
    let read = try file.range(UInt64(part.lowerBound)..<UInt64(part.upperBound)).bytes(limit: .max)
    try expect(SHA256.hash(read), equals: SHA256.hash(expected[part]), "hash of a part")
  }
}
