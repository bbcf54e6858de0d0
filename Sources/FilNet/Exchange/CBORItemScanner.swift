internal import FilCore

/// Finds where a CBOR item ends while its bytes still come; what is inside is checked later, by its decoder.
struct CBORItemScanner {
  private static let maxDepth = 256

  /// The next head, in bytes from the item's start.
  private var position: UInt64 = 0
  /// How many values are missing in each collection that is open.
  private var missing: [UInt64] = []

  /// The length of the item at the start of `bytes`, all that has come so far; `nil` if more of them are needed.
  mutating func scan(_ bytes: ArraySlice<UInt8>) throws(CBORError) -> Int? {
    while true {
      if position > 0, missing.isEmpty { return position <= UInt64(bytes.count) ? Int(position) : nil }
      guard position < UInt64(bytes.count),
        let head = try CBORItemScanner.head(bytes.dropFirst(Int(position)), at: Int(position))
      else { return nil }
      try enter(head)
    }
  }

  /// How many bytes the item has at least.
  var leastCount: UInt64 { position }

  private struct Head {
    let major: UInt8
    let argument: UInt64
    let count: UInt64
  }

  /// The head at the start of `bytes`; `nil` if it is not complete.
  private static func head(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(CBORError) -> Head? {
    guard let first = bytes.first else { return nil }
    let low = first & 0x1f
    guard low < 28 else { throw CBORError(.forbidden, at: offset, "additional information \(low)") }
    let count = low < 24 ? 0 : 1 << Int(low - 24)
    guard bytes.count > count else { return nil }
    let argument = count == 0 ? UInt64(low) : bytes.dropFirst().prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
    return Head(major: first >> 5, argument: argument, count: UInt64(count) + 1)
  }

  private mutating func enter(_ head: Head) throws(CBORError) {
    position += head.count
    switch head.major {
    case 2, 3:
      let (end, overflow) = position.addingReportingOverflow(head.argument)
      guard !overflow, end < UInt64(Int32.max) else { throw tooMuch() }
      position = end
      complete()
    case 4, 5:
      let (values, overflow) = head.argument.multipliedReportingOverflow(by: head.major == 4 ? 1 : 2)
      guard !overflow, missing.count < CBORItemScanner.maxDepth else { throw tooMuch() }
      missing.append(values)
      if values == 0 { close() }
    case 6:
      guard missing.count < CBORItemScanner.maxDepth else { throw tooMuch() }
      missing.append(1)
    default: complete()
    }
  }

  private func tooMuch() -> CBORError {
    CBORError(.limitExceeded, at: Int(clamping: position), "a length or a depth that no value has")
  }

  /// A value ended, and with it whatever collections it was the last of.
  private mutating func complete() {
    guard let last = missing.indices.last else { return }
    missing[last] -= 1
    if missing[last] == 0 { close() }
  }

  private mutating func close() {
    missing.removeLast()
    complete()
  }
}
