/// A set of integers below 2^64 - 1, kept as the runs of its members.
///
/// Sets of sectors and deadlines are bit fields. Time and memory go with the number of runs, never with how far or how
/// many the members are; only iterating over single members expands them. The encoded form, RLE+, is unique.
public struct BitField: Hashable, Sendable {
  /// The runs of members: rising, not empty, with gaps between them.
  public private(set) var ranges: [Range<UInt64>]

  /// The most bytes that the encoded form may have on the chain.
  public static let maxEncodedBytes = 32 << 10

  /// The empty set.
  public init() {
    ranges = []
  }

  /// Takes runs that are rising, not empty and apart.
  init(canonical ranges: [Range<UInt64>]) {
    self.ranges = ranges
  }

  /// The integers in any of `ranges`, which may stand in any order and overlap.
  public init(ranges: some Sequence<Range<UInt64>>) {
    var runs = RunBuilder()
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) { runs.append(range) }
    self.ranges = runs.ranges
  }

  /// The integers of a range.
  public init(_ range: Range<UInt64>) {
    ranges = range.isEmpty ? [] : [range]
  }

  /// The integers of a sequence, in any order and any number of times.
  ///
  /// - Throws: `BitFieldError.outOfRange` if 2^64 - 1 is among them.
  public init(_ members: some Sequence<UInt64>) throws(BitFieldError) {
    var runs = RunBuilder()
    for member in members.sorted() {
      guard member < .max else { throw .outOfRange }
      runs.append(member..<member + 1)
    }
    ranges = runs.ranges
  }

  /// Whether there are no members.
  public var isEmpty: Bool { ranges.isEmpty }

  /// How many members there are.
  public var count: UInt64 { ranges.reduce(0) { $0 + $1.length } }

  /// The least member.
  public var first: UInt64? { ranges.first?.lowerBound }

  /// The greatest member.
  public var last: UInt64? { ranges.last.map { $0.upperBound - 1 } }

  /// The position of the first run that ends after `member`.
  func position(of member: UInt64) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= member { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an integer is a member.
  public func contains(_ member: UInt64) -> Bool {
    let position = position(of: member)
    return position < ranges.count && ranges[position].lowerBound <= member
  }

  /// Adds an integer; whether it was no member before.
  ///
  /// - Throws: `BitFieldError.outOfRange` for 2^64 - 1.
  @discardableResult
  public mutating func insert(_ member: UInt64) throws(BitFieldError) -> Bool {
    guard member < .max else { throw .outOfRange }
    let position = position(of: member)
    if position < ranges.count, ranges[position].lowerBound <= member { return false }
    var run = member..<member + 1
    var replaced = position..<position
    if position < ranges.count, ranges[position].lowerBound == run.upperBound {
      run = run.lowerBound..<ranges[position].upperBound
      replaced = position..<position + 1
    }
    if position > 0, ranges[position - 1].upperBound == member {
      run = ranges[position - 1].lowerBound..<run.upperBound
      replaced = position - 1..<replaced.upperBound
    }
    ranges.replaceSubrange(replaced, with: CollectionOfOne(run))
    return true
  }

  /// Removes an integer; whether it was a member.
  @discardableResult
  public mutating func remove(_ member: UInt64) -> Bool {
    guard contains(member) else { return false }
    let position = position(of: member)
    let run = ranges[position]
    let parts = [run.lowerBound..<member, member + 1..<run.upperBound].filter { !$0.isEmpty }
    ranges.replaceSubrange(position...position, with: parts)
    return true
  }
}

extension Range<UInt64> {
  /// The number of integers in the range.
  var length: UInt64 { upperBound - lowerBound }
}

extension BitField: CustomStringConvertible {
  /// The runs, as "{1-5, 8}".
  public var description: String {
    let runs = ranges.map { $0.length == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound - 1)" }
    return "{" + runs.joined(separator: ", ") + "}"
  }
}
