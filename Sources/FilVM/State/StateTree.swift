internal import FilActors
public import FilCore

/// All actors at one point of the chain, with changes that are not stored yet.
///
/// Changes stand in layers, so that those of a call that fails are dropped. The tree is of version 5 (FIP-0048).
public final class StateTree<Store: Blockstore> {
  /// The store that holds the tree.
  public let store: Store
  private var actors: HAMTMap<Address, ActorRecord, Store>
  /// Changed records by number; `nil` for a deleted actor. The last layer is the innermost.
  private var layers: [[ActorID: ActorRecord?]] = [[:]]

  /// A tree without actors.
  public init(store: Store) {
    self.store = store
    actors = HAMTMap(store: store)
  }

  /// The tree with a root.
  ///
  /// - Throws: `VMError` if the store fails, or the root is none of version 5.
  public init(root: CID, store: Store) throws(VMError) {
    self.store = store
    let bytes = try orFail(.store) { () throws(StoreError) in try store.require(root) }
    let value: StateRoot
    do {
      value = try StateRoot(cbor: bytes)
    } catch {
      throw VMError(.state, "no state tree of version 5; the first networks had maps of actors in its place: \(error)")
    }
    guard value.version == StateRoot.currentVersion else {
      throw VMError(.state, "state tree of version \(value.version)")
    }
    actors = try orFail(.state) { () throws(CollectionError) in try HAMTMap(root: value.actors, store: store) }
  }

  /// The record of an actor; `nil` if there is none.
  ///
  /// - Throws: `VMError` if the store fails or the tree is damaged.
  public func get(_ id: ActorID) throws(VMError) -> ActorRecord? {
    for layer in layers.reversed() {
      if let change = layer[id] { return change }
    }
    return try orFail(.state) { () throws(CollectionError) in try actors.get(Address(id: id)) }
  }

  /// The record of an actor that must be there.
  ///
  /// - Throws: `VMError` if it is not, the store fails or the tree is damaged.
  public func require(_ id: ActorID) throws(VMError) -> ActorRecord {
    guard let record = try get(id) else { throw VMError(.state, "no actor f0\(id)") }
    return record
  }

  /// Sets the record of an actor.
  public func set(_ id: ActorID, to record: ActorRecord) { layers[layers.count - 1][id] = .some(record) }

  /// Forgets an actor.
  public func remove(_ id: ActorID) { layers[layers.count - 1][id] = .some(nil) }

  /// Adds money to an actor that must be there.
  ///
  /// - Throws: `VMError` if it is not, the store fails or the tree is damaged.
  public func deposit(_ amount: TokenAmount, to id: ActorID) throws(VMError) {
    guard !amount.isZero else { return }
    var record = try require(id)
    record.balance = record.balance + amount
    set(id, to: record)
  }

  /// The number of the actor with an address; `nil` if there is none. Numbers stand for themselves.
  ///
  /// - Throws: `VMError` if the store fails or the tree is damaged.
  public func resolve(_ address: Address) throws(VMError) -> ActorID? {
    if let id = address.id { return id }
    let state = try initState()
    return try orFail(.state) { () throws(CollectionError) in try state.resolve(address, in: store) }
  }

  /// Gives an address the next number.
  ///
  /// - Throws: `VMError` if the store fails or the tree is damaged.
  public func register(_ address: Address) throws(VMError) -> ActorID {
    var state = try initState()
    let id = try orFail(.state) { () throws(ActorError) in
      try state.map(address, delegated: nil, in: store).id
    }
    var record = try require(SingletonActors.`init`)
    record.head = try put(state)
    set(SingletonActors.`init`, to: record)
    return id
  }

  private func initState() throws(VMError) -> InitState { try state(of: SingletonActors.`init`) }

  /// The state of an actor.
  ///
  /// - Throws: `VMError` if there is no such actor, or its state is none of this type.
  public func state<State: CBORDecodable>(
    _ type: State.Type = State.self, of id: ActorID
  ) throws(VMError) -> State {
    let head = try require(id).head
    let bytes = try orFail(.store) { () throws(StoreError) in try store.require(head) }
    return try orFail(.state) { () throws(CBORError) in try State(cbor: bytes) }
  }

  /// Stores a value.
  ///
  /// - Throws: `VMError` if the store fails.
  public func put(_ value: some CBOREncodable) throws(VMError) -> CID {
    let block = Block(dagCBOR: value.cbor)
    try orFail(.store) { () throws(StoreError) in try store.put(block) }
    return block.cid
  }

  /// Visits all actors; changes that are not flushed are not seen.
  ///
  /// - Throws: `VMError` if the store fails, or what `body` throws.
  public func forEach(_ body: (Address, ActorRecord) throws(VMError) -> Void) throws(VMError) {
    try actors.forEach(body)
  }

  /// Begins changes that may be dropped.
  func beginTransaction() { layers.append([:]) }

  /// Ends such changes and keeps or drops them.
  func endTransaction(keep: Bool) {
    guard layers.count > 1, let top = layers.popLast(), keep else { return }
    layers[layers.count - 1].merge(top) { _, new in new }
  }

  /// Stores the tree with all changes.
  ///
  /// - Returns: Its root.
  /// - Throws: `VMError` if the store fails, or a transaction goes on.
  public func flush() throws(VMError) -> CID {
    guard layers.count == 1 else { throw VMError(.state, "flush within a transaction") }
    for (id, change) in layers[0].sorted(by: { $0.key < $1.key }) {
      try orFail(.state) { () throws(CollectionError) in
        if let change { _ = try actors.set(Address(id: id), to: change) } else { try actors.delete(Address(id: id)) }
      }
    }
    layers[0] = [:]
    let root = try orFail(.store) { () throws(CollectionError) in try actors.flush() }
    _ = try put(Nothing())
    return try put(StateRoot(actors: root))
  }
}

/// An empty array.
private struct Nothing: CBOREncodable {
  func encode(to encoder: inout CBOREncoder) { encoder.array(count: 0) }
}
