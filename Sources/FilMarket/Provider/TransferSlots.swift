internal import FilCore

/// The places of transfers that go on, and the signals that start and stop them.
struct TransferSlots {
  private struct Transfer {
    let client: Address
    let stop: AsyncStream<Never>.Continuation
    let stopSignal: AsyncStream<Never>
  }

  private let limits: TransferLimits
  private var transfers: [DealUUID: Transfer] = [:]
  private var wakeUps: AsyncStream<Void>.Continuation?

  /// No transfers.
  init(_ limits: TransferLimits) { self.limits = limits }

  // MARK: Whoever runs the transfers

  /// Begins to run transfers.
  ///
  /// - Returns: A signal each time that one may be begun, the first at once; `nil` if somebody runs them already.
  mutating func start() -> AsyncStream<Void>? {
    guard wakeUps == nil else { return nil }
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    wakeUps = continuation
    continuation.yield()
    return stream
  }

  /// Ends running transfers.
  mutating func end() { wakeUps = nil }

  /// Tells whoever runs the transfers that one may be begun.
  func wake() { wakeUps?.yield() }

  // MARK: Transfers

  /// Takes a place; whether there was one.
  mutating func begin(_ deal: DealUUID, for client: Address) -> Bool {
    guard transfers[deal] == nil, transfers.count < limits.total,
      transfers.values.count(where: { $0.client == client }) < limits.perClient
    else { return false }
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    transfers[deal] = Transfer(client: client, stop: continuation, stopSignal: stream)
    return true
  }

  /// Ends when the transfer of a deal is to stop, at once if there is none.
  func stopSignal(of deal: DealUUID) -> AsyncStream<Never> {
    transfers[deal]?.stopSignal ?? AsyncStream { $0.finish() }
  }

  /// Has the transfer of a deal stop, if there is one.
  func stop(_ deal: DealUUID) { transfers[deal]?.stop.finish() }

  /// Gives a place free.
  mutating func finish(_ deal: DealUUID) {
    transfers[deal] = nil
    wake()
  }
}
