internal import FilCore

extension Blockstore {
  /// Reads a value from a block of the state that must be there.
  ///
  /// - Throws: `ActorError` with `code` if it is not, or is no such value.
  func load<Value: CBORDecodable>(
    _ type: Value.Type = Value.self, at cid: CID, _ code: ExitCode = .illegalState
  ) throws(ActorError) -> Value {
    let bytes = try orAbort(code, "failed to load \(Value.self)") { () throws(StoreError) in try require(cid) }
    return try orAbort(code, "\(Value.self) at \(cid)") { () throws(CBORError) in try Value(cbor: bytes) }
  }

  /// Stores a value of the state.
  ///
  /// - Throws: `ActorError` with `code` if the store fails.
  func save(_ value: some CBOREncodable, _ code: ExitCode = .illegalState) throws(ActorError) -> CID {
    let block = Block(dagCBOR: value.cbor)
    try orAbort(code, "failed to store state") { () throws(StoreError) in try put(block) }
    return block.cid
  }
}
