import FilCore
import FilStore

/// Rebuilds a file from an archive.
enum CARExportCommand: Command {
  static let name = "car export"
  static let summary = "rebuilds a file from an archive, verifying every block"
  static let help = """
    usage: fil car export CAR OUT [--root CID] [--path PATH] [--json]

    Rebuilds the file (UnixFS) that the archive's only root leads to, or the one with the root CID, and writes it to the
    new file OUT. PATH leads from a directory to the file. Every block is hashed and compared with its CID; if one is
    missing or wrong, OUT is not made.
    """
  static let valueOptions: Set<String> = ["--root", "--path"]

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the archive")
    let out = try options.require("the file to make")
    try options.finish()
    try Files.requireFile(path)
    let store = try SnapshotBlockstore(path: path)
    let reader = UnixFSReader(store: store)
    let cid = try reader.resolve(options.value("--path") ?? "", in: try root(options, store))
    let size = try Files.create(out) { try write(try reader.file(cid), to: $0, Progress(console)) }
    if options.wantsJSON {
      try console.json(["cid": cid.description, "size": size])
    } else {
      console.line("\(cid) \(size) bytes")
    }
    return 0
  }

  private static func root(_ options: Options, _ store: SnapshotBlockstore) throws -> CID {
    if let text = options.value("--root") {
      guard let cid = CID(text) else { throw UsageError(text: "'\(text)' is no CID") }
      return cid
    }
    guard store.roots.count == 1 else {
      throw ToolError("the archive has \(store.roots.count) roots; --root says which one")
    }
    return store.roots[0]
  }

  private static func write(
    _ file: UnixFSFile<SnapshotBlockstore>, to sink: FileSink, _ progress: Progress
  ) throws -> UInt64 {
    defer { progress.end() }
    var file = file
    var written: UInt64 = 0
    while let bytes = try file.next() {
      try sink.write(bytes)
      written += UInt64(bytes.count)
      progress.update("\(written >> 20) of \(file.size >> 20) MiB")
    }
    guard written == file.size else { throw ToolError("\(written) bytes of a file of \(file.size)") }
    return written
  }
}
