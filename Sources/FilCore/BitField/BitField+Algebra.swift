extension BitField {
  /// The members of any of the sets.
  public static func union(_ fields: some Sequence<BitField>) -> BitField {
    BitField(ranges: fields.flatMap { $0.ranges })
  }

  /// The members of either set.
  public func union(_ other: BitField) -> BitField {
    var runs = RunBuilder()
    var (left, right) = (ranges[...], other.ranges[...])
    while let a = left.first, let b = right.first {
      if a.lowerBound <= b.lowerBound {
        runs.append(a)
        left.removeFirst()
      } else {
        runs.append(b)
        right.removeFirst()
      }
    }
    for rest in left { runs.append(rest) }
    for rest in right { runs.append(rest) }
    return BitField(canonical: runs.ranges)
  }

  /// The members of both sets.
  public func intersection(_ other: BitField) -> BitField {
    var runs = RunBuilder()
    forEachOverlap(with: other) {
      runs.append($0)
      return true
    }
    return BitField(canonical: runs.ranges)
  }

  /// The members that are not in `other`.
  public func subtracting(_ other: BitField) -> BitField {
    var runs = RunBuilder()
    forEachRun(without: other) { run, _ in runs.append(run) }
    return BitField(canonical: runs.ranges)
  }

  /// The members that are not in `other`, each moved down by the number of integers of `other` below it.
  ///
  /// So the integers that are not in `other` are numbered anew, without gaps.
  public func cutting(_ other: BitField) -> BitField {
    var runs = RunBuilder()
    forEachRun(without: other) { run, below in runs.append(run.lowerBound - below..<run.upperBound - below) }
    return BitField(canonical: runs.ranges)
  }

  /// The members from number `start` on (the least one is number 0), as many as `count`; `nil` if there are fewer.
  public func slice(from start: UInt64, count: UInt64) -> BitField? {
    var runs = RunBuilder()
    var (skip, left) = (start, count)
    for run in ranges where left > 0 {
      guard skip < run.length else {
        skip -= run.length
        continue
      }
      let taken = Swift.min(run.length - skip, left)
      runs.append(run.lowerBound + skip..<run.lowerBound + skip + taken)
      (skip, left) = (0, left - taken)
    }
    return left == 0 ? BitField(canonical: runs.ranges) : nil
  }

  /// Whether the sets have a member in common.
  public func containsAny(of other: BitField) -> Bool {
    var found = false
    forEachOverlap(with: other) { _ in
      found = true
      return false
    }
    return found
  }

  /// Whether all members of `other` are members.
  public func containsAll(of other: BitField) -> Bool {
    other.ranges.allSatisfy { run in
      let position = position(of: run.lowerBound)
      return position < ranges.count && ranges[position].lowerBound <= run.lowerBound
        && run.upperBound <= ranges[position].upperBound
    }
  }

  /// Calls `body` with each run of common members, until it says no.
  private func forEachOverlap(with other: BitField, _ body: (Range<UInt64>) -> Bool) {
    var (left, right) = (0, 0)
    while left < ranges.count, right < other.ranges.count {
      let (a, b) = (ranges[left], other.ranges[right])
      if a.overlaps(b), !body(a.clamped(to: b)) { return }
      if a.upperBound <= b.upperBound { left += 1 } else { right += 1 }
    }
  }

  /// Calls `body` with each run of members outside of `other`, and how many integers of `other` are below it.
  private func forEachRun(without other: BitField, _ body: (_ run: Range<UInt64>, _ below: UInt64) -> Void) {
    var next = 0
    var below: UInt64 = 0
    for run in ranges {
      var start = run.lowerBound
      while next < other.ranges.count, other.ranges[next].lowerBound < run.upperBound {
        let hole = other.ranges[next]
        if start < hole.lowerBound { body(start..<hole.lowerBound, below) }
        start = Swift.max(start, hole.upperBound)
        // A hole that reaches beyond the run may begin before the next one too.
        guard hole.upperBound <= run.upperBound else { break }
        below += hole.length
        next += 1
      }
      if start < run.upperBound { body(start..<run.upperBound, below) }
    }
  }
}
