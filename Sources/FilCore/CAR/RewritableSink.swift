/// A sink whose bytes can be replaced where they were written: a file or an array, no stream.
public protocol RewritableSink: ByteSink {
  /// Replaces bytes that were written before.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - offset: Where they begin; they end where something was written.
  /// - Throws: `StoreError` if they cannot be written.
  mutating func rewrite(_ bytes: [UInt8], at offset: UInt64) throws(StoreError)
}

extension ArraySink: RewritableSink {
  /// Replaces bytes that were written before.
  public mutating func rewrite(_ bytes: [UInt8], at offset: UInt64) throws(StoreError) {
    guard offset <= UInt64(self.bytes.count), bytes.count <= self.bytes.count - Int(offset) else {
      throw StoreError(.failed, "\(bytes.count) bytes at \(offset) of \(self.bytes.count)")
    }
    replace(Int(offset), bytes)
  }
}
