public import FilCore

/// Writes a new file, through a buffer.
///
/// What was written is durable, and complete, when `finish` has returned. After an error nothing more is taken: how much of
/// the file is there is not known.
public final class FileSink: RewritableSink {
  private let path: String
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  /// How many bytes went to the file.
  private var drained: UInt64 = 0
  /// Why a write has failed, if one has.
  private var failure: StoreError?
  private static let bufferBytes = 1 << 20

  /// Creates a file, or empties the one that is there.
  ///
  /// - Throws: `StoreError` with code `failed` if it cannot be created.
  public init(path: String) throws(StoreError) {
    self.path = path
    do {
      descriptor = try FileDescriptor(opening: path, for: .replacing)
    } catch {
      throw StoreError(error, path)
    }
  }

  /// Takes bytes, and writes them when enough have come together.
  public func write(_ bytes: [UInt8]) throws(StoreError) {
    if let failure { throw failure }
    buffer += bytes
    if buffer.count >= FileSink.bufferBytes { try drain() }
  }

  /// Replaces bytes that were written before.
  public func rewrite(_ bytes: [UInt8], at offset: UInt64) throws(StoreError) {
    try drain()
    guard offset <= drained, UInt64(bytes.count) <= drained - offset else {
      throw StoreError(.failed, "\(path): \(bytes.count) bytes at \(offset) of \(drained)")
    }
    do {
      try descriptor.write(bytes, at: offset)
    } catch {
      throw fail(error)
    }
  }

  /// Writes what is left and waits until the file is on the disk.
  ///
  /// - Throws: `StoreError`: `full` if the disk is, else `failed`.
  public func finish() throws(StoreError) {
    try drain()
    do {
      try descriptor.sync()
    } catch {
      throw fail(error)
    }
  }

  private func fail(_ error: SystemCallError) -> StoreError {
    let failure = StoreError(error, path)
    self.failure = failure
    return failure
  }

  private func drain() throws(StoreError) {
    if let failure { throw failure }
    do {
      try descriptor.append(buffer)
    } catch {
      throw fail(error)
    }
    drained += UInt64(buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }
}
