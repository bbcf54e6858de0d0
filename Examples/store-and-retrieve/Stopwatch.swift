import FilCore
import Synchronization

/// Tells how long each step took in real time.
final class Stopwatch: Sendable {
  private let last = Mutex(ContinuousClock.now)
  private let print: @Sendable (String) -> Void

  init(_ print: @escaping @Sendable (String) -> Void) { self.print = print }

  /// Ends a step.
  func lap(_ step: String) {
    let now = ContinuousClock.now
    let elapsed = last.withLock { last in
      defer { last = now }
      return now - last
    }
    let milliseconds = elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
    print("\(step) (\(milliseconds) ms)")
  }
}
