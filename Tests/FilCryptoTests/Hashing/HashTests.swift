import FilCore
import FilCrypto
import Testing

@Suite("Hash functions of accounts and contracts", .timeLimit(.minutes(15)))
struct HashTests {
  @Test("Keccak-256 agrees with its twin", arguments: [0, 1, 8, 135, 136, 137, 271, 272, 273])
  func keccak(count: Int) {
    let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + count) }
    #expect(Keccak256.hash(message).bytes == KeccakTwin.hash(message))
  }

  @Test(
    "RIPEMD-160 has its authors' digests",
    arguments: zip(
      [
        "", "a", "abc", "message digest",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      ],
      [
        "9c1185a5c5e9fc54612808977ee8f548b2258d31", "0bdc9d2d256b3ee9daae347be6f4dc835a467ffe",
        "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc", "5d0689ef49d2fae572b881b123a85ffa21595f36",
        "9b752e45573d4b39f4dbd3323cab82bf63326bfb",
      ]))
  func ripemd(text: String, digest: String) {
    #expect(RIPEMD160.hash(Array(text.utf8)).hex == digest)
  }

  @Test("SHA-512 of abc")
  func sha512() {
    #expect(SHA512.hash(Array("abc".utf8)).hex.hasPrefix("ddaf35a193617abacc417349ae204131"))
  }
}
