/// Tries one decoder for some time.
struct FuzzRun {
  let target: FuzzTarget
  private(set) var tried = 0
  private(set) var accepted = 0
  /// Inputs that were read and written otherwise, and those that took too long.
  private(set) var faults: [(input: [UInt8], what: String)] = []

  private static let slow = Duration.seconds(2)

  init(_ target: FuzzTarget) {
    self.target = target
  }

  /// Tries the examples, which must be read, then inputs made of them.
  mutating func run(seed: UInt64, for time: Duration, _ last: LastInput) {
    let end = ContinuousClock.now + time
    for example in target.examples where !attempt(example, last) { faults.append((example, "an example is refused")) }
    var mutator = Mutator(seed: seed)
    while ContinuousClock.now < end, faults.count < 10 { _ = attempt(mutator.input(from: target.examples), last) }
  }

  /// Tries one input; whether it was read.
  mutating func attempt(_ input: [UInt8], _ last: LastInput) -> Bool {
    last.note(input)
    tried += 1
    let start = ContinuousClock.now
    defer { if ContinuousClock.now - start > FuzzRun.slow { faults.append((input, "took more than two seconds")) } }
    let form: [UInt8]?
    do {
      form = try target.read(input)
    } catch {
      return false
    }
    accepted += 1
    if let form, form != input { faults.append((input, "is read, and written otherwise")) }
    return true
  }
}
