public import FilCore

extension Runtime {
  /// Stores the receiver's first state.
  ///
  /// - Throws: `ActorError` with `illegalState` if there is one already.
  public func create(_ state: some CBOREncodable) throws(ActorError) {
    let root = try stateRoot()
    try require(root == CID.emptyArray, .illegalState, "expected the empty state, found \(root)")
    try setStateRoot(try store.save(state, .illegalArgument))
  }

  /// The receiver's state, to read.
  ///
  /// - Throws: `ActorError` with `illegalArgument` if it cannot be read.
  public func state<State: CBORDecodable>(_ type: State.Type = State.self) throws(ActorError) -> State {
    try store.load(at: try stateRoot(), .illegalArgument)
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
    try setStateRoot(try store.save(state, .illegalArgument))
    return result
  }
}

extension CID {
  /// The CID of the empty array: the state of an actor that has none.
  public static let emptyArray = CID(dagCBOR: [0x80])
}
