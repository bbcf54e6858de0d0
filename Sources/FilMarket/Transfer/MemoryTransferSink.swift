public import FilCore
internal import Synchronization

/// Keeps the data of a deal in memory.
public final class MemoryTransferSink: TransferSink {
  private let data: Mutex<[UInt8]>
  private let limit: Int

  /// A sink that has some bytes already.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - limit: The most bytes that it keeps.
  public init(_ bytes: [UInt8] = [], limit: Int) {
    data = Mutex(bytes)
    self.limit = limit
  }

  /// The bytes.
  public var bytes: [UInt8] { data.withLock { $0 } }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var count: UInt64 { UInt64(data.withLock { $0.count }) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func append(_ bytes: [UInt8]) throws(StoreError) {
    let isKept = data.withLock { data in
      guard bytes.count <= limit - data.count else { return false }
      data += bytes
      return true
    }
    guard isKept else { throw StoreError(.full, "a transfer of more than \(limit) bytes") }
  }
}
