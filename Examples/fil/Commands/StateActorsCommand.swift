import FilChain
import FilCore
import FilStore

/// Lists the actors of a snapshot's state.
enum StateActorsCommand: Command {
  static let name = "state actors"
  static let summary = "lists the actors of the state that a snapshot's head builds on"
  static let help = """
    usage: fil state actors SNAPSHOT [--json]

    SNAPSHOT is a CAR, plain or in zstd frames, whose roots are the blocks of the head, and which has the state after the
    head's parents (of a genesis block: the first state). Prints a line for each actor in the order of their numbers:
    number, type, nonce and balance, then how many there are and the sum of their balances. State trees of all versions
    are read. Blocks are compared with their CIDs.

    With --json every line is an object: {"id", "type", "code", "nonce", "balance"}, balances in attoFIL as text, and
    last {"actors", "balance", "stateRoot", "version"}.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let path = try options.require("the snapshot")
    try options.finish()
    try Files.requireFile(path)
    let store = try SnapshotBlockstore(path: path, verifiesReads: true)
    var walk = ChainWalk(from: store.roots, in: store)
    guard let head = try walk.older() else { throw ToolError("the snapshot has no head") }
    let root = head.parentStateRoot
    let state = try StateActors(root: root, in: store, Progress(console))
    let names = ActorNames(system: state.actor(0), in: store)
    for (id, actor) in state.actors {
      try show(id, actor, names.name(of: actor.code), json: options.wantsJSON, console)
    }
    try conclude(state, root, json: options.wantsJSON, console)
    return 0
  }

  private static func show(
    _ id: ActorID, _ actor: StateActor, _ type: String, json: Bool, _ console: any Console
  ) throws {
    if json {
      try console.json([
        "id": id, "type": type, "code": actor.code.description, "nonce": actor.nonce,
        "balance": actor.balance.atto.description,
      ])
    } else {
      console.line("\(Address(id: id)) \(type) \(actor.nonce) \(actor.balance)")
    }
  }

  private static func conclude(_ state: StateActors, _ root: CID, json: Bool, _ console: any Console) throws {
    if json {
      try console.json([
        "actors": state.actors.count, "balance": state.total.atto.description, "stateRoot": root.description,
        "version": state.version,
      ])
    } else {
      console.line("\(state.actors.count) actors with \(state.total) in state \(root) of version \(state.version)")
    }
  }
}
