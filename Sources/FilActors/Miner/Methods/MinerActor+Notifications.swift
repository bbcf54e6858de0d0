internal import FilCore

extension MinerActor {
  /// Tells those whom sectors' pieces name, each once about all of its pieces, in the order of their addresses.
  static func notify(
    _ sectors: [(SectorActivationManifest, SectorPreCommitOnChainInfo)], requireSuccess: Bool, _ runtime: some Runtime
  ) throws(ActorError) {
    var changes: [Address: [SectorNumber: SectorChanges]] = [:]
    for (manifest, preCommit) in sectors {
      for piece in manifest.pieces {
        for notification in piece.notify {
          let change = PieceChange(data: piece.cid, size: piece.size, payload: notification.payload)
          let none = SectorChanges(
            sector: manifest.number, minimumCommitmentEpoch: preCommit.info.expiration, added: [])
          changes[notification.address, default: [:]][manifest.number, default: none].added.append(change)
        }
      }
    }
    let ordered = changes.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    for (address, bySector) in ordered {
      let request = bySector.values.sorted { $0.sector < $1.sector }
      do {
        let response = try tell(address, request, runtime)
        if requireSuccess { try check(response, to: request, from: address) }
      } catch {
        if requireSuccess { throw error }
        try runtime.requireRunning()
      }
    }
  }

  /// The answer: for each sector and piece whether it was accepted.
  private static func tell(
    _ address: Address, _ request: [SectorChanges], _ runtime: some Runtime
  ) throws(ActorError) -> [SectorContentReturn] {
    let params = IPLDBlock(SectorContentChangedParams(sectors: request))
    let result: SendResult
    do {
      result = try runtime.send(
        to: address, method: MarketMethods.sectorContentChanged, params: params, value: .zero, gasLimit: nil,
        flags: [])
    } catch {
      throw ActorError(notificationSendFailed, "send error \(error)")
    }
    try require(
      result.exitCode.isSuccess, notificationReceiverAborted, "receiver aborted with \(result.exitCode)")
    let block = try result.returned.orAbort(notificationResponseInvalid, "no return data")
    do {
      return try block.decode([SectorContentReturn].self)
    } catch {
      throw ActorError(notificationResponseInvalid, "invalid return data serialization")
    }
  }

  private static func check(
    _ response: [SectorContentReturn], to request: [SectorChanges], from address: Address
  ) throws(ActorError) {
    try require(
      response.count == request.count, notificationResponseInvalid, "sector change response mismatched sectors")
    for (asked, answered) in zip(request, response) {
      try require(
        asked.added.count == answered.added.count, notificationResponseInvalid,
        "sector change response mismatched pieces for sector \(asked.sector)")
      try require(
        answered.added.allSatisfy { $0 }, notificationRejected,
        "sector change rejected by \(address) for sector \(asked.sector)")
    }
  }
}
