import FilCore

/// The actors of a state tree of any version.
struct StateActors {
  /// The version of the tree.
  let version: UInt64
  /// The actors by their numbers, in order.
  private(set) var actors: [(id: ActorID, actor: StateActor)] = []

  /// Reads the tree with a root.
  ///
  /// - Throws: `ToolError` if the state is not in the store or no state tree.
  init(root: CID, in store: some Blockstore, _ progress: Progress) throws {
    guard let bytes = try store.get(root) else { throw ToolError("the state \(root) is not in the snapshot") }
    let (version, map) = try StateActors.tree(root, bytes)
    self.version = version
    let tree = try HAMTMap<Address, StateActor, _>(
      root: map, store: store, configuration: version < 2 ? .legacy : .current)
    var entries = tree.entries()
    while let (address, actor) = try entries.next() {
      guard let id = address.id else { throw ToolError("the state names an actor \(address)") }
      actors.append((id, actor))
      progress.update("\(actors.count) actors")
    }
    progress.end()
    actors.sort { $0.id < $1.id }
    for (left, right) in zip(actors, actors.dropFirst()) where left.id == right.id {
      throw ToolError("the state names the actor \(Address(id: left.id)) more than once")
    }
  }

  /// The version and the map of actors: a tree of version 0 is the map itself.
  private static func tree(_ root: CID, _ bytes: [UInt8]) throws -> (version: UInt64, map: CID) {
    var decoder = CBORDecoder(bytes)
    guard try decoder.array() == 3 else { return (0, root) }
    let version = try decoder.unsigned()
    guard version <= 5 else { throw ToolError("the state tree has version \(version), which is unknown") }
    return (version, try decoder.link())
  }

  /// The sum of all balances.
  var total: TokenAmount { actors.reduce(.zero) { $0 + $1.actor.balance } }

  /// The actor with a number; `nil` if there is none.
  func actor(_ id: ActorID) -> StateActor? { actors.first { $0.id == id }?.actor }
}
