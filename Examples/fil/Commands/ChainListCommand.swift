import FilChain
import FilCore
import FilStore
import Foundation

/// Lists the tipsets of a snapshot.
enum ChainListCommand: Command {
  static let name = "chain ls"
  static let summary = "checks a snapshot and lists its tipsets from the head back to the genesis"
  static let help = """
    usage: fil chain ls SNAPSHOT [--json]

    SNAPSHOT is a CAR, plain or in zstd frames, whose roots are the blocks of the head. First every block is hashed and
    compared with its CID, and every DAG-CBOR block is decoded and encoded again to the same bytes; one block that all
    networks share, a note that the genesis names as its parent, is exempt from the latter. Then prints a line for each
    tipset: epoch, time, number of messages (BLS+others; '-' if they are not in the snapshot), state root of the
    parents, and each block's CID with its miner. At last says what was checked.

    With --json every line is an object: {"epoch", "time", "stateRoot", "blocks", "messages"} for a tipset, and last
    {"checked", "canonical", "exempt", "tipsets", "genesis"}.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the snapshot")
    try options.finish()
    try Files.requireFile(path)
    let store = try SnapshotBlockstore(path: path)
    let check = try Self.check(store, Progress(console))
    var walk = ChainWalk(from: store.roots, in: store)
    var count = 0
    while let tipset = try walk.older() {
      count += 1
      try show(tipset, try MessageCounts(tipset.blocks, in: store), json: options.wantsJSON, console)
    }
    try conclude(check, count, walk.oldest, json: options.wantsJSON, console)
    return 0
  }

  private static func check(_ store: SnapshotBlockstore, _ progress: Progress) throws -> ArchiveCheck {
    var check = ArchiveCheck(roots: store.roots)
    var reader = try store.reader()
    while let section = try reader.next() {
      try check.check(section)
      progress.update("\(check.blocks) blocks checked")
    }
    progress.end()
    return check
  }

  private static func time(_ tipset: Tipset) -> String {
    guard let seconds = Int64(exactly: tipset.timestamp), seconds < 1 << 40 else { return "\(tipset.timestamp)" }
    return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }

  private static func show(_ tipset: Tipset, _ messages: MessageCounts?, json: Bool, _ console: any Console) throws {
    let blocks = zip(tipset.key.cids, tipset.blocks)
    if json {
      var object: [String: Any] = [
        "epoch": tipset.epoch, "time": time(tipset), "stateRoot": tipset.parentStateRoot.description,
        "blocks": blocks.map { ["cid": $0.description, "miner": $1.miner.description] },
      ]
      object["messages"] = messages.map { ["bls": $0.bls, "secp256k1": $0.secp256k1] }
      try console.json(object)
    } else {
      let counts = messages.map { "\($0.bls)+\($0.secp256k1)" } ?? "-"
      let members = blocks.map { "\($0)@\($1.miner)" }.joined(separator: " ")
      console.line("\(tipset.epoch) \(time(tipset)) \(counts) \(tipset.parentStateRoot) \(members)")
    }
  }

  private static func conclude(
    _ check: ArchiveCheck, _ tipsets: Int, _ oldest: Tipset?, json: Bool, _ console: any Console
  ) throws {
    let genesis = oldest.flatMap { $0.epoch == 0 ? $0.key.cids.first?.description : nil }
    if json {
      var object: [String: Any] = [
        "checked": check.blocks, "canonical": check.canonical, "exempt": check.exempt, "tipsets": tipsets,
      ]
      object["genesis"] = genesis
      try console.json(object)
      return
    }
    let end =
      genesis.map { "back to the genesis \($0)" }
      ?? "back to epoch \(oldest?.epoch ?? 0), where the snapshot ends"
    console.line("\(tipsets) tipsets \(end)")
    console.line(
      "checked: \(check.blocks) blocks have their CIDs, \(check.canonical) of DAG-CBOR encode to the same bytes again"
        + (check.exempt > 0 ? ", \(check.exempt) is exempt" : ""))
  }
}
