/// Where a node takes random bytes from: the operating system, or a seed.
///
/// Keys and nonces of real networks need ``SystemRandom``; everything from a ``SeededRandom`` is known to whoever knows
/// the seed.
public protocol RandomSource: Sendable {
  /// The next random bytes.
  func bytes(_ count: Int) -> [UInt8]

  /// A source of its own for a part of the program.
  ///
  /// From a seeded source, the part gets the same bytes however much others draw before.
  ///
  /// - Parameter label: Names the part; sources with different labels are independent.
  /// - Returns: The source.
  func fork(_ label: String) -> any RandomSource
}

extension RandomSource {
  /// A random integer.
  public func next() -> UInt64 {
    bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A random integer of those from 0 up to but without `bound`, each as probable as the others; 0 if `bound` is 0.
  public func next(below bound: UInt64) -> UInt64 {
    guard bound > 1 else { return 0 }
    let remainder = UInt64.max % bound + 1
    let limit = remainder == bound ? UInt64.max : UInt64.max - remainder
    while true {
      let value = next()
      if value <= limit { return value % bound }
    }
  }

  /// A random duration between two, both included, in whole nanoseconds.
  public func next(in range: ClosedRange<Duration>) -> Duration {
    let width = (range.upperBound - range.lowerBound).attoseconds / 1_000_000_000
    return range.lowerBound + .nanoseconds(Int64(clamping: next(below: UInt64(clamping: width) &+ 1)))
  }

  /// Puts elements into a random order.
  public func shuffle<Element>(_ elements: inout [Element]) {
    for index in elements.indices.dropFirst().reversed() {
      elements.swapAt(index, Int(next(below: UInt64(index) + 1)))
    }
  }
}
