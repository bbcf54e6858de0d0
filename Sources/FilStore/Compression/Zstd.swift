internal import CZstd
public import FilCore

/// Zstandard frames (RFC 8878), read by libzstd.
public enum Zstd {
  /// The first bytes of a frame that holds data.
  static let magic: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd]

  /// The bytes that one frame or several after each other hold.
  ///
  /// - Parameters:
  ///   - compressed: The frames.
  ///   - limit: The most bytes that may come out.
  /// - Returns: The decompressed bytes.
  /// - Throws: `StoreError`: `corrupt` for damaged or truncated frames, `full` above the limit.
  public static func decompress(_ compressed: [UInt8], limit: Int) throws(StoreError) -> [UInt8] {
    guard let stream = ZSTD_createDStream() else { throw StoreError(.failed, "zstd: no memory") }
    defer { ZSTD_freeDStream(stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
    var consumed = 0
    var needed = 1
    while consumed < compressed.count || needed > 0 {
      let (step, written, status) = advance(stream, compressed, from: consumed, into: &chunk)
      if ZSTD_isError(status) != 0 {
        throw StoreError(.corrupt, "zstd: \(String(cString: ZSTD_getErrorName(status)))")
      }
      consumed += step
      needed = status
      guard output.count + written <= limit else { throw StoreError(.full, "zstd: more than \(limit) bytes") }
      output.append(contentsOf: chunk[..<written])
      if step == 0, written == 0, needed > 0 { throw StoreError(.corrupt, "zstd: truncated frame") }
    }
    return output
  }

  /// One frame that holds `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: What is compressed.
  ///   - level: 1 (fast) to 19 (small).
  /// - Returns: The frame.
  /// - Throws: `StoreError` with code `failed` if there is no memory.
  public static func compress(_ bytes: [UInt8], level: Int = 3) throws(StoreError) -> [UInt8] {
    var status = 0
    let frame = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { target, count in
      status = bytes.withUnsafeBytes {
        ZSTD_compress(target.baseAddress, target.count, $0.baseAddress, $0.count, Int32(min(max(level, 1), 19)))
      }
      count = ZSTD_isError(status) == 0 ? status : 0
    }
    guard ZSTD_isError(status) == 0 else {
      throw StoreError(.failed, "zstd: \(String(cString: ZSTD_getErrorName(status)))")
    }
    return frame
  }

  /// One step of decompression: the bytes taken, the bytes made, and what libzstd answered.
  private static func advance(
    _ stream: OpaquePointer, _ input: [UInt8], from offset: Int, into chunk: inout [UInt8]
  ) -> (consumed: Int, written: Int, status: Int) {
    input.withUnsafeBytes { source in
      chunk.withUnsafeMutableBytes { target in
        var inBuffer = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: offset)
        var outBuffer = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let status = ZSTD_decompressStream(stream, &outBuffer, &inBuffer)
        return (inBuffer.pos - offset, outBuffer.pos, status)
      }
    }
  }
}
