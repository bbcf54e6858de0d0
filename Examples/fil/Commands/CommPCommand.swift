import FilCore
import FilProofs
import FilStore

/// Computes the piece commitment of a file.
enum CommPCommand: Command {
  static let name = "commp"
  static let summary = "computes the piece commitment (CommP) of a file, usually an archive"
  static let help = """
    usage: fil commp FILE [--json]

    Computes the commitment to the smallest piece that holds the bytes of FILE, filled up with zeros: what a storage deal
    names. Prints the piece CID, the padded size (a power of two) and the payload size, in bytes.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the file")
    try options.finish()
    try Files.requireFile(path)
    let (piece, payload) = try commitment(path, Progress(console))
    if options.wantsJSON {
      try console.json(["pieceCID": piece.cid.description, "paddedSize": piece.size.rawValue, "payloadSize": payload])
    } else {
      console.line("piece CID     \(piece.cid)")
      console.line("padded size   \(piece.size)")
      console.line("payload size  \(payload)")
    }
    return 0
  }

  private static func commitment(_ path: String, _ progress: Progress) throws -> (PieceCommitment, UInt64) {
    defer { progress.end() }
    var source = try FileSource(path: path)
    var hasher = PieceHasher()
    while case let bytes = try source.next(limit: 1 << 20), !bytes.isEmpty {
      hasher.update(bytes)
      progress.update("\(hasher.count >> 20) MiB")
    }
    return (hasher.finish(), hasher.count)
  }
}
