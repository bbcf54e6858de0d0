internal import CSodium

/// BLAKE2b (RFC 7693) with digests of 1 to 64 bytes, computed by libsodium.
public enum BLAKE2b {
  /// The 32-byte digest of `bytes`: the hash of block CIDs and of messages to sign.
  public static func hash256(_ bytes: [UInt8]) -> Bytes32 {
    bytes.withUnsafeBytes { hash256($0) }
  }

  /// The 32-byte digest of the bytes in `buffer`.
  public static func hash256(_ buffer: UnsafeRawBufferPointer) -> Bytes32 {
    Bytes32 { digest(buffer, key: [], into: $0) }
  }

  /// The digest of `bytes`, keyed if `key` is not empty.
  ///
  /// - Parameters:
  ///   - bytes: What is hashed.
  ///   - key: At most 64 bytes.
  ///   - count: The length of the digest in bytes, 1 to 64.
  /// - Returns: `count` bytes.
  public static func hash(_ bytes: [UInt8], key: [UInt8] = [], count: Int) -> [UInt8] {
    precondition((1...64).contains(count) && key.count <= 64, "BLAKE2b: digest of \(count) bytes")
    return [UInt8](unsafeUninitializedCapacity: count) { out, written in
      let target = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(out)[..<count])
      bytes.withUnsafeBytes { digest($0, key: key, into: target) }
      written = count
    }
  }

  private static func digest(
    _ input: UnsafeRawBufferPointer, key: [UInt8], into out: UnsafeMutableRawBufferPointer
  ) {
    guard let target = out.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    let status = key.withUnsafeBufferPointer { keyBytes in
      crypto_generichash_blake2b(
        target, out.count, input.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(input.count),
        keyBytes.baseAddress, keyBytes.count)
    }
    precondition(status == 0, "BLAKE2b refused its arguments")
  }
}
