internal import Synchronization

/// Where a long task says that it goes on.
public final class ProgressMark: Sendable {
  private let steps = Mutex<UInt64>(0)

  init() {}

  /// Says that something has come or gone.
  public func advance() {
    steps.withLock { $0 &+= 1 }
  }

  /// How often it was said.
  var count: UInt64 { steps.withLock { $0 } }
}
