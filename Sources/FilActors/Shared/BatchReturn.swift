public import FilCore

/// How the items of a batch ended: how many succeeded, and which failed with which exit code.
public struct BatchReturn: Hashable, Sendable {
  /// An item that failed.
  public struct Failure: Hashable, Sendable {
    /// The item's position in the batch.
    public var index: UInt32
    /// How it ended.
    public var code: ExitCode
  }

  /// How many items succeeded.
  public var successCount: UInt32
  /// The items that failed, by position.
  public var failures: [Failure]

  /// The end of a batch from the exit codes of its items.
  public init(_ codes: some Sequence<ExitCode>) {
    successCount = 0
    failures = []
    for code in codes { append(code) }
  }

  /// A batch of items that all succeeded.
  public static func allSucceeded(_ count: Int) -> BatchReturn {
    BatchReturn(repeatElement(.ok, count: count))
  }

  /// How many items the batch has.
  public var count: Int { Int(successCount) + failures.count }

  /// Whether no item failed.
  public var isAllOK: Bool { failures.isEmpty }

  /// The exit code of each item.
  public var codes: [ExitCode] {
    var codes = [ExitCode](repeating: .ok, count: count)
    for failure in failures where Int(failure.index) < codes.count { codes[Int(failure.index)] = failure.code }
    return codes
  }

  /// Adds the end of the next item.
  mutating func append(_ code: ExitCode) {
    if code.isSuccess {
      successCount += 1
    } else {
      failures.append(Failure(index: UInt32(count), code: code))
    }
  }

  /// Those of the batch's items that succeeded; `items` are all of them.
  func successes<Item>(of items: [Item]) -> [Item] {
    zip(items, codes).filter { $0.1.isSuccess }.map(\.0)
  }

  /// This batch with the end of a further step, which only the items that succeeded took.
  func followed(by next: BatchReturn) -> BatchReturn {
    var steps = next.codes.makeIterator()
    return BatchReturn(codes.map { $0.isSuccess ? steps.next() ?? .ok : $0 })
  }
}

extension BatchReturn.Failure: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(index, code) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (index, code) = try decoder.tuple(UInt32.self, ExitCode.self)
  }
}

extension BatchReturn: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(successCount, failures) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (successCount, failures) = try decoder.tuple(UInt32.self, [Failure].self)
  }
}
