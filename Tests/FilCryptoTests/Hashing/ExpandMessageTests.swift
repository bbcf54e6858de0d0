import FilCore
import Testing

@testable import FilCrypto

/// RFC 9380, appendix K.1 and K.2.
@Suite("expand_message_xmd", .timeLimit(.minutes(15)))
struct ExpandMessageTests {
  private let domain = "QUUX-V01-CS02-with-expander-SHA256-128"

  @Test(
    "published outputs",
    arguments: zip(
      ["", "abc"],
      [
        "68a985b87eb6b46952128911f2a4412bbc302a9d759667f87f7a21d803f07235",
        "d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615",
      ]))
  func short(message: String, output: String) {
    #expect(expandMessage(Array(message.utf8), domain: Array(domain.utf8), count: 32).hex == output)
  }

  @Test("a tag above 255 bytes is hashed")
  func longTag() {
    let long = Array((domain + "-long-DST-" + String(repeating: "1", count: 208)).utf8)
    #expect(long.count == 256)
    let output = "e8dc0c8b686b7ef2074086fbdd2f30e3f8bfbd3bdf177f73f04b97ce618a3ed3"
    #expect(expandMessage([], domain: long, count: 32).hex == output)
  }

  @Test("the number of bytes is what was asked for", arguments: [0, 1, 31, 32, 33, 128, 8160])
  func counts(count: Int) {
    #expect(expandMessage([1], domain: [2], count: count).count == count)
  }
}
