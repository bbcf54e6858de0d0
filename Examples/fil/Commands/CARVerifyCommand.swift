import FilCore

/// Verifies every block of an archive.
enum CARVerifyCommand: Command {
  static let name = "car verify"
  static let summary = "compares every block of an archive with its CID and with what it encodes to"
  static let help = """
    usage: fil car verify FILE [--partial] [--json]

    FILE is a content archive (CAR, version 1 or 2), plain or in zstd frames. Hashes every block and compares it with its
    CID; decodes every DAG-CBOR block and encodes it again to the same bytes (one block that all networks share, a note
    that the genesis names as its parent, is exempt). Prints how many blocks and bytes there are and how fast it was.

    The first block that is wrong, or a section that is cut off or malformed, is an error that names its position in the
    (decompressed) archive. A root that is not in the archive is an error too, unless --partial says that it is a part.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the archive")
    try options.finish(flags: ["--partial"])
    var reader = try CARReader(try ArchiveSource(path: path))
    var check = ArchiveCheck(roots: reader.roots)
    let progress = Progress(console)
    let time = try ContinuousClock().measure {
      while let section = try reader.next() {
        try check.check(section)
        progress.update("\(check.blocks) blocks, \(check.bytes >> 20) MiB")
      }
    }
    progress.end()
    try report(check, reader.roots, version: reader.version2 == nil ? 1 : 2, time, json: options.wantsJSON, console)
    guard !check.missingRoots.isEmpty, !options.has("--partial") else { return 0 }
    let missing = check.missingRoots.map(\.description).sorted().joined(separator: ", ")
    console.error("not in the archive: root \(missing); --partial accepts that")
    return 1
  }

  private static func report(
    _ check: ArchiveCheck, _ roots: [CID], version: Int, _ time: Duration, json: Bool, _ console: any Console
  ) throws {
    let rate = Int(Double(check.bytes) / 1e6 / max(time / .seconds(1), 1e-9))
    if json {
      try console.json([
        "version": version, "roots": roots.map(\.description), "blocks": check.blocks, "bytes": check.bytes,
        "canonical": check.canonical, "exempt": check.exempt, "megabytesPerSecond": rate,
        "missingRoots": check.missingRoots.map(\.description).sorted(),
      ])
      return
    }
    console.line("version  \(version)")
    for root in roots { console.line("root     \(root)" + (check.missingRoots.contains(root) ? " (not here)" : "")) }
    console.line("verified \(check.blocks) blocks of \(check.bytes) bytes")
    console.line(
      "decoded  \(check.canonical) of DAG-CBOR, which encode to the same bytes again"
        + (check.exempt > 0 ? "; \(check.exempt) is exempt" : ""))
    console.line("speed    \(rate) MB/s")
  }
}
