/// The samples of one benchmark: times of one run, in nanoseconds.
struct Measurement {
  let benchmark: Benchmark
  /// How many runs one sample has.
  private let runs: Int
  private var samples: [Double] = []

  /// Warms up, and finds how many runs take long enough to be timed.
  init(_ benchmark: Benchmark, sampleTime: Duration) throws {
    self.benchmark = benchmark
    var (runs, time) = (1, try Measurement.time(1, benchmark))
    while time < sampleTime, runs < 1 << 30 {
      runs *= 2
      time = try Measurement.time(runs, benchmark)
    }
    self.runs = runs
  }

  private static func time(_ runs: Int, _ benchmark: Benchmark) throws -> Duration {
    try ContinuousClock().measure { for _ in 0..<runs { try benchmark.run() } }
  }

  /// Takes one more sample.
  mutating func sample() throws {
    samples.append(try Measurement.time(runs, benchmark) / .nanoseconds(1) / Double(runs))
  }

  var minimum: Double { samples.min() ?? 0 }
  var median: Double { samples.sorted()[samples.count / 2] }

  /// One line of a table.
  var row: String {
    let rate = benchmark.bytes.map { "  \(decimal(Double($0) * 1e3 / minimum)) MB/s" } ?? ""
    return pad(benchmark.name, 44) + left(unit(minimum), 12) + left(unit(median), 12) + rate
  }

  /// One line of JSON.
  func json(suite: String) -> String {
    let bytes = benchmark.bytes.map { ",\"bytes\":\($0)" } ?? ""
    return "{\"suite\":\"\(suite)\",\"name\":\"\(benchmark.name)\",\"minimum\":\(minimum),\"median\":\(median)\(bytes)}"
  }

  private func unit(_ nanoseconds: Double) -> String {
    switch nanoseconds {
    case ..<1e3: "\(decimal(nanoseconds)) ns"
    case ..<1e6: "\(decimal(nanoseconds / 1e3)) us"
    case ..<1e9: "\(decimal(nanoseconds / 1e6)) ms"
    default: "\(decimal(nanoseconds / 1e9)) s"
    }
  }

  private func decimal(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
  private func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
