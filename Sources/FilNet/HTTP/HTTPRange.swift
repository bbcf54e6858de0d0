/// The part of a resource that a client asks for.
public enum HTTPRange: Hashable, Sendable {
  /// From a byte on, up to another one, which is included.
  case closed(UInt64, UInt64)
  /// From a byte on.
  case from(UInt64)
  /// So many bytes at the end.
  case last(UInt64)

  /// Reads the value of a `Range` field; `nil` for several ranges and for what is none, which are to be ignored.
  public init?(_ value: String) {
    guard value.hasPrefix("bytes=") else { return nil }
    let text = HTTPSyntax.trimmed(value.dropFirst(6))
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (first, last) = (HTTPSyntax.number(parts[0].utf8), HTTPSyntax.number(parts[1].utf8))
    switch (parts[0].isEmpty, parts[1].isEmpty, first, last) {
    case (false, false, .some(let first), .some(let last)) where first <= last: self = .closed(first, last)
    case (false, true, .some(let first), _): self = .from(first)
    case (true, false, _, .some(let last)): self = .last(last)
    default: return nil
    }
  }

  /// The value of a `Range` field.
  public var value: String {
    switch self {
    case .closed(let first, let last): "bytes=\(first)-\(last)"
    case .from(let first): "bytes=\(first)-"
    case .last(let count): "bytes=-\(count)"
    }
  }

  /// The bytes of a resource that are meant; `nil` if it has none of them.
  ///
  /// - Parameter count: How many bytes the resource has.
  /// - Returns: The positions.
  public func positions(in count: UInt64) -> Range<UInt64>? {
    switch self {
    case .closed(let first, let last): first < count ? first..<min(last, count - 1) + 1 : nil
    case .from(let first): first < count ? first..<count : nil
    case .last(let length): length > 0 && count > 0 ? count - min(length, count)..<count : nil
    }
  }
}
