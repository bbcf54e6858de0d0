import Synchronization

/// Tells how long each step took in real time.
final class Stopwatch: Sendable {
  private let laps = Mutex<(last: ContinuousClock.Instant, all: [(name: String, time: Duration)])>((.now, []))

  /// Ends a step.
  func lap(_ name: String) {
    let now = ContinuousClock.now
    laps.withLock { laps in
      laps.all.append((name, now - laps.last))
      laps.last = now
    }
  }

  /// The steps with their seconds, and the sum.
  var rows: [(String, String)] {
    let all = laps.withLock { $0.all }
    let total = all.reduce(Duration.zero) { $0 + $1.time }
    return (all + [("in all", total)]).map { ($0.name, Self.seconds($0.time)) }
  }

  /// A time in seconds with hundredths.
  private static func seconds(_ time: Duration) -> String {
    let hundredths = time / .milliseconds(10)
    let rounded = Int(hundredths.rounded())
    let digits = "\(rounded % 100)"
    return "\(rounded / 100).\(digits.count < 2 ? "0" : "")\(digits) s"
  }
}
