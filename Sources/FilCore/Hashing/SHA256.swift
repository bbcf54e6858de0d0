internal import CFilKernels

/// SHA-256 (FIPS 180-4).
public enum SHA256 {
  /// The digest of `bytes`, in time linear in their number.
  public static func hash(_ bytes: [UInt8]) -> Bytes32 {
    bytes.withUnsafeBytes { hash($0) }
  }

  /// The digest of `bytes`, in time linear in their number.
  public static func hash(_ bytes: ArraySlice<UInt8>) -> Bytes32 {
    bytes.withUnsafeBytes { hash($0) }
  }

  /// The digest of the bytes in `buffer`, in time linear in their number.
  public static func hash(_ buffer: UnsafeRawBufferPointer) -> Bytes32 {
    Bytes32 { out in
      fil_sha256(
        buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), buffer.count,
        out.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
  }
}
