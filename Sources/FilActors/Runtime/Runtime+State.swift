public import FilCore

extension Runtime {
  /// Stores the receiver's first state.
  ///
  /// - Throws: `ActorError` with `illegalState` if there is one already.
  public func create(_ state: some CBOREncodable) throws(ActorError) {
    let root = try stateRoot()
    try require(root == CID.emptyArray, .illegalState, "expected the empty state, found \(root)")
    try setStateRoot(try put(state, .illegalArgument))
  }

  /// The receiver's state, to read.
  ///
  /// - Throws: `ActorError` with `illegalArgument` if it cannot be read.
  public func state<State: CBORDecodable>(_ type: State.Type = State.self) throws(ActorError) -> State {
    try get(State.self, at: try stateRoot(), .illegalArgument)
  }

  /// Changes the receiver's state. Calls of other actors inside are refused; if `body` throws, nothing is changed.
  ///
  /// - Parameters:
  ///   - type: The type of the state.
  ///   - body: What changes it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, and `ActorError` with `illegalArgument` if the state cannot be read or written.
  public func transaction<State: CBORCodable, Result>(
    _ type: State.Type, _ body: (inout State) throws(ActorError) -> Result
  ) throws(ActorError) -> Result {
    var state = try state(State.self)
    setInTransaction(true)
    let result: Result
    do {
      result = try body(&state)
    } catch {
      setInTransaction(false)
      throw error
    }
    setInTransaction(false)
    try setStateRoot(try put(state, .illegalArgument))
    return result
  }

  /// Stores a value as a DAG-CBOR block.
  ///
  /// - Throws: `ActorError` with `code` if the store fails.
  package func put(_ value: some CBOREncodable, _ code: ExitCode) throws(ActorError) -> CID {
    let block = Block(dagCBOR: value.cbor)
    try orAbort(code, "failed to store state") { () throws(StoreError) in try store.put(block) }
    return block.cid
  }

  /// Reads a value from a DAG-CBOR block that must be there.
  ///
  /// - Throws: `ActorError` with `code` if it is not, or is no such value.
  package func get<Value: CBORDecodable>(
    _ type: Value.Type, at cid: CID, _ code: ExitCode
  ) throws(ActorError) -> Value {
    let bytes = try orAbort(code, "failed to read \(Value.self)") { () throws(StoreError) in try store.require(cid) }
    return try orAbort(code, "\(Value.self) at \(cid)") { () throws(CBORError) in try Value(cbor: bytes) }
  }
}

extension CID {
  /// The CID of the empty array: the state of an actor that has none.
  public static let emptyArray = CID(dagCBOR: [0x80])
}
