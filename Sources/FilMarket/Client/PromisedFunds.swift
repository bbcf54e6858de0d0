internal import FilCore
internal import Synchronization

/// What a client has promised for deals whose money the chain has not locked yet.
final class PromisedFunds: Sendable {
  private let promises = Mutex<[DealUUID: TokenAmount]>([:])

  /// Promises an amount for a deal.
  ///
  /// - Returns: All that is promised, in attoFIL.
  func promise(_ amount: TokenAmount, for deal: DealUUID) -> TokenAmount {
    promises.withLock { promises in
      promises[deal] = amount
      return promises.values.reduce(.zero, +)
    }
  }

  /// Ends a promise: the money is locked, or not wanted any more.
  func end(_ deal: DealUUID) { promises.withLock { $0[deal] = nil } }
}
