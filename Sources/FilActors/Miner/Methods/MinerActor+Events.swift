internal import FilCore

/// What the miner tells the outside.
extension MinerActor {
  static func emitPreCommitted(_ number: SectorNumber, _ runtime: some Runtime) throws(ActorError) {
    try runtime.emit(ActorEvent(type: "sector-precommitted").indexed("sector", number))
  }

  static func emitTerminated(_ number: SectorNumber, _ runtime: some Runtime) throws(ActorError) {
    try runtime.emit(ActorEvent(type: "sector-terminated").indexed("sector", number))
  }

  static func emitActivated(
    _ number: SectorNumber, unsealedCID: CID?, pieces: [(cid: CID, size: UInt64)], _ runtime: some Runtime
  ) throws(ActorError) {
    var event = ActorEvent(type: "sector-activated").indexed("sector", number).indexed("unsealed-cid", unsealedCID)
    for piece in pieces { event = event.indexed("piece-cid", piece.cid).field("piece-size", piece.size) }
    try runtime.emit(event)
  }
}
