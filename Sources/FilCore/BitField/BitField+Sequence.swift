extension BitField: Sequence {
  /// The members of a bit field, one by one.
  public struct Iterator: IteratorProtocol, Sendable {
    private var runs: ArraySlice<Range<UInt64>>
    private var upcoming: UInt64 = 0
    private var end: UInt64 = 0

    init(_ field: BitField) {
      runs = field.ranges[...]
    }

    /// The next member.
    public mutating func next() -> UInt64? {
      if upcoming == end {
        guard let run = runs.popFirst() else { return nil }
        (upcoming, end) = (run.lowerBound, run.upperBound)
      }
      defer { upcoming += 1 }
      return upcoming
    }
  }

  /// The members in rising order, one by one; there may be up to 2^64 - 1 of them.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// At least so many members an iteration gives: an estimate, as the protocol wants it.
  public var underestimatedCount: Int { ranges.count }

  /// The members in rising order, or `nil` if there are more than `limit`: for input from others.
  public func members(limit: Int) -> [UInt64]? {
    count <= UInt64(Swift.max(limit, 0)) ? Array(self) : nil
  }
}
