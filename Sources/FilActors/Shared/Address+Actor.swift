internal import FilCore

extension Address {
  /// The number of an address that the state keeps in its ID form.
  ///
  /// - Throws: `ActorError` with `illegalState` if it has another form.
  func requireID() throws(ActorError) -> ActorID {
    try id.orAbort(.illegalState, "address \(self) is no ID address")
  }
}
