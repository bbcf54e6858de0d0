internal import Synchronization

/// Remembers why the machine cannot go on, whatever actors make of the failure that they see.
final class MachineFailure: Sendable {
  private let first = Mutex<VMError?>(nil)

  /// The first reason; `nil` as long as the machine can go on.
  var error: VMError? { first.withLock { $0 } }

  /// Notes a reason.
  func note(_ error: VMError) { first.withLock { $0 = $0 ?? error } }
}
