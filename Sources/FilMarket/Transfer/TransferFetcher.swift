public import FilCore
public import FilNet

/// Fetches the data of deals from their clients' servers, over streams of libp2p.
///
/// It asks for the size first, then for the bytes in one part, from where it has them; a broken stream is opened again.
public struct TransferFetcher: Sendable {
  private let host: any Host
  private let clock: any NodeClock
  private let policy: TransferPolicy

  /// A fetcher.
  ///
  /// - Parameters:
  ///   - host: Reaches the clients.
  ///   - clock: What is taken for time.
  ///   - policy: How patient to be.
  public init(host: any Host, clock: any NodeClock, policy: TransferPolicy = TransferPolicy()) {
    self.host = host
    self.clock = clock
    self.policy = policy
  }

  /// Fetches the data of a deal, from where the sink ends.
  ///
  /// - Parameters:
  ///   - transfer: What the client proposed.
  ///   - sink: Takes the bytes; after an error it has those that came, and a later call goes on from there.
  /// - Returns: How many bytes the data has.
  /// - Throws: ``TransferError``.
  @discardableResult
  public func fetch(_ transfer: DealTransfer, to sink: some TransferSink) async throws(TransferError) -> UInt64 {
    guard transfer.type == "libp2p" else { throw TransferError(.unsupported, "transfers of type '\(transfer.type)'") }
    let params = try TransferParams(json: transfer.params)
    let job = TransferJob(
      source: try TransferSource(url: params.url), headers: params.headers, expectedSize: transfer.size,
      maxBytes: policy.maxBytes)
    do {
      return try await clock.withTimeout(policy.timeLimit) { try await attempts(job, to: sink) }
    } catch let error as TransferError {
      throw error
    } catch is TimeoutError {
      throw TransferError(.timeout, "the whole transfer took longer than \(policy.timeLimit)")
    } catch {
      throw TransferError(.cancelled, cause: error)
    }
  }

  /// Tries until all bytes are here, or nothing came too often.
  private func attempts(_ job: TransferJob, to sink: some TransferSink) async throws -> UInt64 {
    var failures = 0
    while true {
      let before = sink.count
      do {
        return try await attempt(job, to: sink)
      } catch let error as TransferError {
        throw error
      } catch {
        try Task.checkCancellation()
        failures = sink.count > before ? 1 : failures + 1
        guard failures < policy.attempts else {
          throw TransferError(.attemptsExhausted, "\(failures) in a row brought nothing", cause: error)
        }
      }
      try await clock.sleep(for: policy.wait(after: failures))
    }
  }

  private func attempt(_ job: TransferJob, to sink: some TransferSink) async throws -> UInt64 {
    try await clock.withStallLimit(policy.stallLimit) { [host] mark in
      try await host.connect(to: job.source.peer, at: job.source.address.map { [$0] } ?? [])
      return try await host.withStream(to: job.source.peer, protocols: [TransferServer.protocolID]) { stream in
        try await job.run(on: HTTPClient(on: stream), to: sink, mark)
      }
    }
  }
}
