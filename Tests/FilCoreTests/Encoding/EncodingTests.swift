import FilCore
import Testing

@Suite("Encodings", .timeLimit(.minutes(15)))
struct EncodingTests {
  /// From the multibase specification's test vectors: "yes mani !" in each base.
  private static let examples: [(Multibase, String)] = [
    (.base16, "f796573206d616e692021"), (.base32, "bpfsxgidnmfxgsibb"), (.base32Hex, "vf5in683dc5n6i811"),
    (.base36, "k2lcpzo5yikidynfl"), (.base58btc, "z7paNL19xttacUY"), (.base64, "meWVzIG1hbmkgIQ"),
    (.base64URL, "ueWVzIG1hbmkgIQ"),
  ]

  @Test("the specification's example in every base", arguments: examples)
  func known(base: Multibase, text: String) throws {
    let bytes = Array("yes mani !".utf8)
    #expect(base.encode(bytes) == text)
    let decoded = try #require(Multibase.decode(text))
    #expect(decoded.base == base && decoded.bytes == bytes)
  }

  @Test("random bytes come back in every base", arguments: Multibase.allCases)
  func random(base: Multibase) throws {
    var random = SeededGenerator(seed: 3)
    for count in 0..<70 {
      let bytes = [UInt8](repeating: 0, count: count % 4) + random.bytes(count)
      #expect(try #require(Multibase.decode(base.encode(bytes))).bytes == bytes)
    }
  }

  @Test(
    "what no encoder writes is refused",
    arguments: [
      "", "?abc", "F00", "f0", "fg0", "B", "b1", "b=", "baa=", "ba", "bab", "z0", "zl", "kA", "m=", "mA", "mAB", "m-_",
      "u+/",
      "v!", "b\u{e9}", "f\u{301}00",
    ])
  func refused(text: String) {
    #expect(Multibase.decode(text) == nil)
  }

  @Test("failures say what is wrong and where")
  func failures() {
    #expect(throws: BaseEncoding.Failure.invalidDigit(at: 2)) { try BaseEncoding.base32.decode("aa1a") }
    #expect(throws: BaseEncoding.Failure.trailingBits) { try BaseEncoding.base32.decode("ab") }
    #expect(throws: BaseEncoding.Failure.trailingBits) { try BaseEncoding.base32.decode("a") }
    #expect(throws: BaseEncoding.Failure.trailingBits) { try BaseEncoding.base16.decode("0") }
  }

  @Test("numbers in odd bases have a limit")
  func limit() {
    let longest = String(repeating: "2", count: RadixEncoding.maxLength)
    #expect(RadixEncoding.base58btc.decode(longest) != nil)
    #expect(RadixEncoding.base58btc.decode(longest + "2") == nil)
  }

  @Test("hexadecimal of either case is read, and lower case written")
  func hex() {
    #expect([UInt8](hex: "00fFA9") == [0, 255, 0xa9])
    #expect([UInt8](hex: "") == [])
    #expect([0, 255, 0xa9].hex == "00ffa9")
    for wrong in ["0", "0g", "0x00", " 00", "0é"] { #expect([UInt8](hex: wrong) == nil, "\(wrong)") }
  }
}

@Suite("Varints", .timeLimit(.minutes(15)))
struct VarintTests {
  @Test(
    "values have their minimal forms",
    arguments: [
      (0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (16_383, "ff7f"), (16_384, "808001"),
      (UInt64.max >> 1, "ffffffffffffffff7f"), (UInt64.max, "ffffffffffffffffff01"),
    ] as [(UInt64, String)])
  func forms(value: UInt64, hex: String) throws {
    #expect(Varint.encode(value).hex == hex)
    var rest = (Varint.encode(value) + [7])[...]
    #expect(try Varint.read(from: &rest) == value)
    #expect(Array(rest) == [7])
  }

  @Test(
    "other forms are refused, and nothing is taken",
    arguments: [
      ("", VarintError.truncated), ("80", .truncated), ("ffff", .truncated), ("8000", .notMinimal),
      ("808000", .notMinimal),
      ("ffffffffffffffffff02", .overflow), ("ffffffffffffffffffff01", .overflow),
    ])
  func refused(hex: String, error: VarintError) throws {
    let bytes = try #require([UInt8](hex: hex))
    var rest = bytes[...]
    #expect(throws: error) { try Varint.read(from: &rest) }
    #expect(Array(rest) == bytes)
  }

  @Test("the caller may allow fewer bytes")
  func limit() {
    var rest = Varint.encode(.max)[...]
    #expect(throws: VarintError.overflow) { try Varint.read(from: &rest, maxBytes: 9) }
  }
}
