import FilCore

/// Lists the blocks of an archive.
enum CARListCommand: Command {
  static let name = "car ls"
  static let summary = "lists the blocks of an archive"
  static let help = """
    usage: fil car ls FILE [--json]

    FILE is a content archive (CAR, version 1 or 2), plain or in zstd frames. Prints the roots, and a line for each block
    in the order of the file: its CID, its size in bytes, and where its bytes begin in the (decompressed) archive. CIDs
    are not compared with the blocks; 'fil car verify' does that.

    With --json every line is an object: {"root"} or {"cid", "codec", "size", "offset"}.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the archive")
    try options.finish()
    var reader = try CARReader(try ArchiveSource(path: path), options: CAROptions(verifiesBlocks: false))
    for root in reader.roots {
      if options.wantsJSON { try console.json(["root": root.description]) } else { console.line("root \(root)") }
    }
    while let section = try reader.next() { try show(section, json: options.wantsJSON, console) }
    return 0
  }

  private static func show(_ section: CARSection, json: Bool, _ console: any Console) throws {
    let (cid, size) = (section.block.cid, section.block.bytes.count)
    if json {
      try console.json([
        "cid": cid.description, "codec": cid.codec.description, "size": size, "offset": section.dataOffset,
      ])
    } else {
      console.line("\(cid) \(size) \(section.dataOffset)")
    }
  }
}
