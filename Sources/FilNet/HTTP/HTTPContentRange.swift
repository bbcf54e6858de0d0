/// Which part of a resource a response holds.
public struct HTTPContentRange: Hashable, Sendable {
  /// The positions.
  public let positions: Range<UInt64>
  /// How many bytes the resource has, if the server says so.
  public let total: UInt64?

  /// A part.
  ///
  /// - Parameters:
  ///   - positions: The positions, at least one.
  ///   - total: How many bytes the resource has, if that is known.
  public init(_ positions: Range<UInt64>, of total: UInt64?) {
    self.positions = positions
    self.total = total
  }

  /// Reads the value of a `Content-Range` field; `nil` if it is none of a part.
  public init?(_ value: String) {
    guard value.hasPrefix("bytes ") else { return nil }
    let halves = value.dropFirst(6).split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = HTTPSyntax.number(ends[0].utf8), let last = HTTPSyntax.number(ends[1].utf8),
      first <= last, last < .max
    else { return nil }
    let total = HTTPSyntax.number(halves[1].utf8)
    guard halves[1] == "*" || total.map({ last < $0 }) == true else { return nil }
    self.init(first..<last + 1, of: total)
  }

  /// The value of a `Content-Range` field.
  public var value: String {
    "bytes \(positions.lowerBound)-\(positions.upperBound - 1)/" + (total.map { "\($0)" } ?? "*")
  }
}
