internal import CZstd
public import FilCore

/// The bytes that zstd frames hold, decompressed as they are asked for; skippable frames are passed over.
public final class ZstdSource<Compressed: ByteSource>: ByteSource {
  private var compressed: Compressed
  private let stream: OpaquePointer
  private let isSingleFrame: Bool
  private var input: [UInt8] = []
  private var consumed = 0
  /// Where `input` begins in the compressed bytes.
  private var inputOffset: UInt64 = 0
  /// Whether the input so far ends with a whole frame.
  private var isBetweenFrames = true
  /// Whether libzstd may hold output that did not fit.
  private var hasPendingOutput = false
  private var isFinished = false

  /// A source over compressed bytes.
  ///
  /// - Parameters:
  ///   - compressed: The frames.
  ///   - singleFrame: Whether to stop at the end of the first frame.
  /// - Throws: `StoreError` with code `failed` if there is no memory.
  public init(_ compressed: Compressed, singleFrame: Bool = false) throws(StoreError) {
    guard let stream = ZSTD_createDStream() else { throw StoreError(.failed, "zstd: no memory") }
    self.compressed = compressed
    self.stream = stream
    isSingleFrame = singleFrame
  }

  deinit {
    ZSTD_freeDStream(stream)
  }

  /// The next decompressed bytes.
  ///
  /// - Parameter limit: The most bytes to give.
  /// - Returns: The bytes; none at the end.
  /// - Throws: `StoreError`: `corrupt` for damaged or truncated frames, or what the compressed source throws.
  public func next(limit: Int) throws(StoreError) -> [UInt8] {
    while !isFinished {
      if consumed == input.count, !hasPendingOutput {
        inputOffset += UInt64(input.count)
        input = try compressed.next(limit: 1 << 17)
        consumed = 0
        if input.isEmpty { break }
      }
      let output = try step(limit: limit)
      isFinished = isSingleFrame && isBetweenFrames
      if !output.isEmpty { return output }
    }
    isFinished = true
    guard isBetweenFrames else { throw StoreError(.corrupt, "zstd: truncated frame at byte \(inputOffset)") }
    return []
  }

  private func step(limit: Int) throws(StoreError) -> [UInt8] {
    var status = 0
    let output = [UInt8](unsafeUninitializedCapacity: limit) { target, filled in
      input.withUnsafeBytes { source in
        var inBuffer = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: consumed)
        var outBuffer = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        status = ZSTD_decompressStream(stream, &outBuffer, &inBuffer)
        consumed = inBuffer.pos
        filled = outBuffer.pos
      }
    }
    if ZSTD_isError(status) != 0 {
      let position = inputOffset + UInt64(consumed)
      throw StoreError(.corrupt, "zstd: \(String(cString: ZSTD_getErrorName(status))), before byte \(position)")
    }
    isBetweenFrames = status == 0
    hasPendingOutput = !isBetweenFrames && output.count == limit
    return output
  }
}
