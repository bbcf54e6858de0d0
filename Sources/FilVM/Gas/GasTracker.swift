internal import Synchronization

/// The gas that a message has used, and the limits of the calls that it is in.
final class GasTracker: Sendable {
  private struct State {
    var used = Gas.zero
    var limits: [Gas]
    var isExhausted = false
  }

  private let state: Mutex<State>

  /// Nothing used of a limit.
  init(limit: Gas) {
    state = Mutex(State(limits: [limit]))
  }

  /// The gas used so far.
  var used: Gas { state.withLock { $0.used } }

  /// Whether a charge was above the limit of the call that goes on.
  var isExhausted: Bool { state.withLock { $0.isExhausted } }

  /// Uses gas.
  ///
  /// - Throws: `CallFailure.outOfGas` if there is not enough; all of it is then used.
  func charge(_ charge: GasCharge) throws(CallFailure) {
    let isEnough = state.withLock { (state: inout State) -> Bool in
      let limit = state.limits[state.limits.count - 1]
      let sum = state.used + charge.total
      state.isExhausted = state.isExhausted || sum > limit
      state.used = min(sum, limit)
      return !state.isExhausted
    }
    if !isEnough { throw .outOfGas }
  }

  /// Begins a call that may use an amount of what is left.
  func pushLimit(_ limit: Gas) {
    state.withLock { state in state.limits.append(min(state.limits[state.limits.count - 1], state.used + limit)) }
  }

  /// Ends such a call.
  ///
  /// - Returns: Whether the caller has gas left, so that it goes on even if the call ran out.
  @discardableResult
  func popLimit() -> Bool {
    state.withLock { state in
      if state.limits.count > 1 { state.limits.removeLast() }
      let hasGas = state.used < state.limits[state.limits.count - 1]
      if hasGas { state.isExhausted = false }
      return hasGas
    }
  }
}
