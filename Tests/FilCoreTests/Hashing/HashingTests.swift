import FilCore
import Testing

@Suite("Hash functions", .timeLimit(.minutes(15)))
struct HashingTests {
  @Test(
    "known digests",
    arguments: zip(
      ["", "abc"],
      [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ]))
  func sha256(text: String, digest: String) {
    #expect(SHA256.hash(Array(text.utf8)).description == digest)
  }
}
