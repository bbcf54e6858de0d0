internal import CFilKernels
internal import FilCore

/// The ChaCha key streams that proofs draw from.
enum ChaCha {
  /// The numbers that ChaCha8 draws for a key, counter and nonce zero.
  static func draws8(key: Bytes32, count: Int) -> [UInt64] {
    var words: [UInt64] = []
    for counter in 0..<UInt64((count + 7) / 8) {
      words += block { out in key.withPointer { fil_chacha8_block($0, counter, out) } }
    }
    return Array(words[..<count])
  }

  /// A 64-byte block of the ChaCha20 key stream as eight numbers, least significant byte first.
  static func block20(key: Bytes32, counter: UInt32, nonce: [UInt8]) -> [UInt64] {
    precondition(nonce.count == 12, "a nonce of \(nonce.count) bytes")
    return block { out in key.withPointer { fil_chacha20_block($0, counter, nonce, out) } }
  }

  private static func block(_ body: (UnsafeMutablePointer<UInt8>?) -> Void) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: 8) { words, count in
      body(UnsafeMutableRawPointer(words.baseAddress)?.assumingMemoryBound(to: UInt8.self))
      for index in 0..<8 { words[index] = UInt64(littleEndian: words[index]) }
      count = 8
    }
  }
}

extension Bytes32 {
  /// Calls `body` with a pointer to the bytes, as kernels take it.
  func withPointer<R>(_ body: (UnsafePointer<UInt8>?) -> R) -> R {
    withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: UInt8.self)) }
  }
}
