import FilCore

/// Verifies every block of an archive.
enum CARVerifyCommand: Command {
  static let name = "car verify"
  static let summary = "hashes every block of an archive and compares it with its CID"
  static let help = """
    usage: fil car verify FILE [--json]

    FILE is a content archive (CAR, version 1 or 2), plain or in zstd frames. Hashes every block, compares it with its
    CID, and prints how many there are and whether the roots are among them. The first block that does not match, or a
    section that is cut off or malformed, is an error that names its position.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the archive")
    try options.finish()
    var reader = try CARReader(try ArchiveSource(path: path))
    var missing = Set(reader.roots.filter { $0.hash != .identity })
    var (blocks, bytes) = (0, 0)
    let progress = Progress(console)
    while let section = try reader.next() {
      blocks += 1
      bytes += section.block.bytes.count
      missing.remove(section.block.cid)
      progress.update("\(blocks) blocks, \(bytes >> 20) MiB")
    }
    progress.end()
    if options.wantsJSON {
      try console.json([
        "version": reader.version2 == nil ? 1 : 2, "roots": reader.roots.map(\.description), "blocks": blocks,
        "bytes": bytes, "missingRoots": missing.map(\.description).sorted(),
      ])
    } else {
      console.line("version  \(reader.version2 == nil ? 1 : 2)")
      for root in reader.roots { console.line("root     \(root)" + (missing.contains(root) ? " (not here)" : "")) }
      console.line("verified \(blocks) blocks of \(bytes) bytes")
    }
    return 0
  }
}
