/// Collects runs that come in rising order, and joins those that touch.
struct RunBuilder {
  private(set) var ranges: [Range<UInt64>] = []

  /// Adds a run that starts no earlier than the one before; an empty one is left out.
  mutating func append(_ range: Range<UInt64>) {
    guard !range.isEmpty else { return }
    if let last = ranges.last, range.lowerBound <= last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      ranges.append(range)
    }
  }
}
