import FilCore
import Foundation

/// Takes a CID apart, or computes one.
enum CIDCommand: Command {
  static let name = "cid"
  static let summary = "takes a CID apart, or computes the CID of a file's bytes"
  static let valueOptions: Set<String> = ["--file", "--codec", "--hash"]
  static let help = """
    usage: fil cid CID
           fil cid --file FILE [--codec raw|dag-cbor|dag-pb] [--hash blake2b-256|sha2-256|identity]

    The first form prints version, codec, hash function and digest of a CID. The second computes the CID of all bytes of
    FILE; it defaults to raw and blake2b-256.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let cid: CID
    if let file = options.value("--file") {
      cid = try compute(file, options)
    } else {
      let text = try options.require("the CID")
      do {
        cid = try CID(text: text)
      } catch {
        throw ToolError("'\(text)' is no CID: \(error)")
      }
    }
    try options.finish()
    try show(cid, json: options.wantsJSON, console)
    return 0
  }

  private static func compute(_ file: String, _ options: Options) throws -> CID {
    let codecs: [Multicodec] = [.raw, .dagCBOR, .dagPB]
    let hashes: [MultihashCode] = [.blake2b256, .sha256, .identity]
    let codecName = options.value("--codec") ?? "raw"
    let hashName = options.value("--hash") ?? "blake2b-256"
    guard let codec = codecs.first(where: { $0.description == codecName }) else {
      throw UsageError(text: "unknown codec '\(codecName)'")
    }
    guard let hash = hashes.first(where: { $0.description == hashName }) else {
      throw UsageError(text: "unknown hash function '\(hashName)'")
    }
    return try CID(hashing: try Files.read(file), codec: codec, hash: hash)
  }

  private static func show(_ cid: CID, json: Bool, _ console: any Console) throws {
    if json {
      try console.json([
        "cid": cid.description, "version": cid.version, "codec": cid.codec.description,
        "hash": cid.hash.description, "digest": cid.digest.hex, "bytes": cid.bytes.hex,
      ])
    } else {
      console.line("cid      \(cid)")
      console.line("version  \(cid.version)")
      console.line("codec    \(cid.codec)")
      console.line("hash     \(cid.hash)")
      console.line("digest   \(cid.digest.hex)")
    }
  }
}
