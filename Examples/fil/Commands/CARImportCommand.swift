import FilCore
import FilStore

/// Makes an archive of a file.
enum CARImportCommand: Command {
  static let name = "car import"
  static let summary = "makes an archive of a file (UnixFS) and prints its root"
  static let help = """
    usage: fil car import FILE OUT.car [--layout filecoin|ipfs] [--json]

    Cuts FILE into blocks and writes them to the new archive OUT.car (CAR, version 1), parents before children, each
    block once. Prints the root. The layout decides the CIDs: 'filecoin' (the default) is what storage clients use (1 MiB
    leaves, 1024 links, BLAKE2b-256, up to 126 bytes kept in the CID), 'ipfs' is 256 KiB, 174 links and SHA-256.
    """
  static let valueOptions: Set<String> = ["--layout"]

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the file")
    let out = try options.require("the archive to make")
    try options.finish()
    let layout = try self.layout(options)
    try Files.requireFile(path)
    let (root, blocks) = try Files.create(out) { try write(path, layout, to: $0, Progress(console)) }
    if options.wantsJSON {
      try console.json(["root": root.description, "blocks": blocks])
    } else {
      console.line("\(root)")
    }
    return 0
  }

  private static func layout(_ options: Options) throws -> UnixFSOptions {
    switch options.value("--layout") ?? "filecoin" {
    case "filecoin": return .filecoin
    case "ipfs": return .ipfs
    case let other: throw UsageError(text: "unknown layout '\(other)'")
    }
  }

  /// Writes the archive and gives its root and the number of its blocks.
  private static func write(
    _ path: String, _ layout: UnixFSOptions, to sink: FileSink, _ progress: Progress
  ) throws -> (CID, Int) {
    defer { progress.end() }
    let store = FileLeaves(path: path)
    progress.update("reading")
    let root = try UnixFSImporter(store: store, options: layout).file(try FileSource(path: path)).cid
    var writer = try CARWriter(roots: [root], to: sink)
    var walk = DAGWalk(from: [root], in: store)
    var blocks = 0
    while let block = try walk.next() {
      // Identity CIDs hold their data themselves.
      if block.cid.hash == .identity { continue }
      try writer.write(block)
      blocks += 1
      progress.update("\(writer.byteCount >> 20) MiB written")
    }
    return (root, blocks)
  }
}
