internal import FilActors
internal import FilCore

extension StorageProvider {
  /// Fetches the data of accepted deals, some beside each other, until the task is cancelled.
  ///
  /// A deal whose data does not come takes none of the others' time: it fails by itself, when its transfer gives up or
  /// its start has passed.
  public func runTransfers() async {
    guard let fetcher, let wakeUps = transfers.start() else { return }
    await withDiscardingTaskGroup { group in
      for await _ in wakeUps {
        while let deal = beginTransfer() {
          group.addTask { await self.transfer(deal, with: fetcher) }
        }
      }
    }
    transfers.end()
  }

  /// The next deal whose data is to be fetched now, which takes a place among the transfers; `nil` if there is none.
  private func beginTransfer() -> ProviderDeal? {
    for uuid in order {
      guard let deal = deals[uuid], deal.checkpoint == .accepted, !deal.params.isOffline else { continue }
      if transfers.begin(uuid, for: deal.params.proposal.proposal.client) { return deal }
    }
    return nil
  }

  private func transfer(_ deal: ProviderDeal, with fetcher: TransferFetcher) async {
    let uuid = deal.params.uuid
    do {
      let bytes = try await fetch(deal, with: fetcher)
      // Nothing came: the deal is over, or the provider stops and begins again another time.
      if let bytes { try importData(bytes, for: uuid) }
    } catch {
      if !Task.isCancelled, deals[uuid]?.checkpoint == .accepted { fail(uuid, "\(error)") }
    }
    transfers.finish(uuid)
  }

  /// The data of a deal; `nil` if the transfer was stopped.
  private func fetch(_ deal: ProviderDeal, with fetcher: TransferFetcher) async throws -> [UInt8]? {
    let sink = MemoryTransferSink(limit: Int(clamping: deal.params.proposal.proposal.dataCapacity))
    let stop = transfers.stopSignal(of: deal.params.uuid)
    return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask {
        try await fetcher.fetch(deal.params.transfer, to: sink)
        return sink.bytes
      }
      group.addTask {
        for await _ in stop {}
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}
