import CFilKernels
import FilCore
import Testing

@Suite("SHA-256 kernels", .timeLimit(.minutes(15)))
struct SHAKernelTests {
  @Test("every compression kernel gives the same state", arguments: [0, 1, 2, 3, 20, 33])
  func paths(_ blocks: Int) {
    let data = SealedSample.bytes("sha", count: 64 * blocks + 3)
    let start = (0..<8).map { UInt32($0) &* 0x9e37_79b9 }
    var portable = start
    fil_sha256_compress(&portable, data, blocks, FIL_SHA256_PORTABLE)
    // Data that is not aligned, too.
    for offset in 0..<3 where fil_sha256_has(FIL_SHA256_NI) == 1 {
      var state = start
      let moved = [UInt8](repeating: 0, count: offset) + data
      moved.withUnsafeBufferPointer {
        fil_sha256_compress(&state, $0.baseAddress?.advanced(by: offset), blocks, FIL_SHA256_NI)
      }
      #expect(state == portable)
    }
    #expect((portable == start) == (blocks == 0))
  }

  @Test("pairs are hashed as single messages with two bits cleared, also in place", arguments: [1, 15, 16, 17, 45])
  func pairs(_ count: Int) {
    var row = SealedSample.bytes("pairs", count: 64 * count)
    let expected = stride(from: 0, to: row.count, by: 64).flatMap { start in
      var digest = SHA256.hash(Array(row[start..<start + 64])).bytes
      digest[31] &= 0x3f
      return digest
    }
    row.withUnsafeMutableBufferPointer { fil_sha256_trunc254_pairs($0.baseAddress, count, $0.baseAddress) }
    #expect(Array(row.prefix(32 * count)) == expected)
  }
}
