/// Where bytes go in order: a file, a stream of the network, an array.
public protocol ByteSink {
  /// Takes bytes.
  ///
  /// - Throws: `StoreError` if they cannot be written.
  mutating func write(_ bytes: [UInt8]) throws(StoreError)
}

/// A sink that keeps all bytes.
public struct ArraySink: ByteSink, Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// An empty sink.
  public init() {}

  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) throws(StoreError) {
    self.bytes += bytes
  }

  /// Puts bytes in the place of as many.
  mutating func replace(_ start: Int, _ bytes: [UInt8]) {
    self.bytes.replaceSubrange(start..<start + bytes.count, with: bytes)
  }
}
