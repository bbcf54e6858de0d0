import FilCore
import Testing

@Suite("CBOR that is refused", .timeLimit(.minutes(15)))
struct CBORDecoderTests {
  /// One kind of input that is refused, with what is thrown.
  struct Refusal: CustomTestStringConvertible {
    let hex: String
    let code: CBORError.Code
    let offset: Int
    let read: @Sendable (inout CBORDecoder) throws(CBORError) -> Void

    init(
      _ hex: String, _ code: CBORError.Code, at offset: Int = 0,
      _ read: @escaping @Sendable (inout CBORDecoder) throws(CBORError) -> Void
    ) {
      (self.hex, self.code, self.offset, self.read) = (hex, code, offset, read)
    }

    var testDescription: String { "\(hex): \(code)" }
  }

  private static func item(_ decoder: inout CBORDecoder) throws(CBORError) { _ = try decoder.item() }
  private static func unsigned(_ decoder: inout CBORDecoder) throws(CBORError) { _ = try decoder.unsigned() }
  private static func integer(_ decoder: inout CBORDecoder) throws(CBORError) { _ = try decoder.integer() }
  private static func text(_ decoder: inout CBORDecoder) throws(CBORError) { _ = try decoder.text(limit: 3) }
  private static func bytes(_ decoder: inout CBORDecoder) throws(CBORError) { _ = try decoder.byteString(limit: 3) }
  private static func link(_ decoder: inout CBORDecoder) throws(CBORError) { _ = try decoder.link() }
  private static func pair(_ decoder: inout CBORDecoder) throws(CBORError) {
    _ = try decoder.tuple(UInt64.self, UInt64.self)
  }

  static let refusals: [Refusal] = [
    Refusal("", .truncated, item), Refusal("18", .truncated, unsigned), Refusal("1901", .truncated, unsigned),
    Refusal("1affffff", .truncated, unsigned), Refusal("1bffffffffffffff", .truncated, unsigned),
    Refusal("4201", .truncated, bytes), Refusal("5b7fffffffffffffff", .truncated, bytes),
    Refusal("5bffffffffffffffff", .truncated, bytes), Refusal("6361", .truncated, text),
    Refusal("8201", .truncated, item), Refusal("9b7fffffffffffffff00", .truncated, item),
    Refusal("9bffffffffffffffff00", .truncated, item), Refusal("bb7fffffffffffffff0000", .truncated, item),
    Refusal("a16161", .truncated, at: 3, item), Refusal("a161", .truncated, item),
    Refusal("fb3ff80000", .truncated, item),
    Refusal("01", .unexpectedType, text), Refusal("20", .unexpectedType, unsigned),
    Refusal("6161", .unexpectedType, integer), Refusal("f6", .unexpectedType, link),
    Refusal("a10161", .unexpectedType, at: 1, item),
    Refusal("1817", .notMinimal, unsigned), Refusal("1900ff", .notMinimal, unsigned),
    Refusal("1a0000ffff", .notMinimal, unsigned), Refusal("1b00000000ffffffff", .notMinimal, unsigned),
    Refusal("3817", .notMinimal, integer), Refusal("5800", .notMinimal, bytes), Refusal("7801 61", .notMinimal, text),
    Refusal("9800", .notMinimal, item), Refusal("b800", .notMinimal, item),
    Refusal("d82a5800", .notMinimal, at: 2, link),
    Refusal("f93c00", .notMinimal, item), Refusal("fa3f800000", .notMinimal, item),
    Refusal("5f", .forbidden, bytes), Refusal("7f", .forbidden, text), Refusal("9f", .forbidden, item),
    Refusal("bf", .forbidden, item), Refusal("1c", .forbidden, unsigned), Refusal("f7", .forbidden, item),
    Refusal("e0", .forbidden, item), Refusal("f820", .forbidden, item), Refusal("ff", .forbidden, item),
    Refusal("fb7ff0000000000000", .forbidden, item), Refusal("fbfff0000000000000", .forbidden, item),
    Refusal("fb7ff8000000000000", .forbidden, item), Refusal("c000", .forbidden, item),
    Refusal("d82b40", .forbidden, link),
    Refusal("8101", .wrongCount, pair), Refusal("83010203", .wrongCount, pair),
    Refusal("a2616201616102", .unsortedKeys, at: 4, item), Refusal("a2626161016162 02", .unsortedKeys, at: 5, item),
    Refusal("a2616101616102", .unsortedKeys, at: 4, item),
    Refusal("61ff", .invalidText, text), Refusal("62c328", .invalidText, text), Refusal("63eda080", .invalidText, text),
    Refusal("d82a40", .invalidLink, link), Refusal("d82a4101", .invalidLink, link),
    Refusal("d82a4100", .invalidLink, link),
    Refusal("d82a450101550000", .invalidLink, link), Refusal("d82a46000155000000", .invalidLink, link),
    Refusal("1b8000000000000000", .integerOutOfRange, integer),
    Refusal("3b8000000000000000", .integerOutOfRange, integer),
    Refusal("190100", .integerOutOfRange) { (decoder) throws(CBORError) in _ = try UInt8(from: &decoder) },
    Refusal("1b0000000100000000", .integerOutOfRange) { (decoder) throws(CBORError) in _ = try UInt32(from: &decoder) },
    Refusal("4401020304", .limitExceeded, bytes), Refusal("6461616161", .limitExceeded, text),
    Refusal(String(repeating: "81", count: 1025) + "00", .limitExceeded, at: 1025, item),
    Refusal("43010203", .invalidValue) { (decoder) throws(CBORError) in _ = try decoder.bytes32() },
    Refusal("0000", .trailingBytes, at: 1) { (decoder) throws(CBORError) in
      _ = try decoder.unsigned()
      try decoder.finish()
    },
  ]

  @Test("each is refused with its code and position", arguments: refusals)
  func refusal(_ refusal: Refusal) throws {
    let bytes = try #require([UInt8](hex: refusal.hex.filter { $0 != " " }))
    let error = #expect(throws: CBORError.self) {
      var decoder = CBORDecoder(bytes)
      try refusal.read(&decoder)
    }
    #expect(error?.code == refusal.code, "\(String(describing: error))")
    #expect(error?.offset == refusal.offset, "\(String(describing: error))")
    #expect(error?.description.contains("\(refusal.code)") == true)
  }

  @Test("the list has every code")
  func everyCode() {
    let all: Set<CBORError.Code> = [
      .truncated, .trailingBytes, .unexpectedType, .notMinimal, .forbidden, .wrongCount, .unsortedKeys, .invalidText,
      .invalidLink, .integerOutOfRange, .limitExceeded, .invalidValue,
    ]
    #expect(Set(Self.refusals.map(\.code)) == all)
  }

  @Test("random bytes are refused or are the form of what they say")
  func randomBytes() throws {
    var random = SeededGenerator(seed: 12)
    var accepted = 0
    for _ in 0..<20_000 {
      let bytes = random.bytes(Int.random(in: 0...12, using: &random))
      guard let node = try? IPLDNode(cbor: bytes) else {
        #expect(throws: CBORError.self) { try RawCBOR(bytes) }
        continue
      }
      accepted += 1
      #expect(node.cbor == bytes)
      #expect(try RawCBOR(bytes).bytes == bytes)
    }
    #expect(accepted > 50)
  }

  @Test("a slice is read by the indices of its array")
  func slice() throws {
    let bytes: [UInt8] = [9, 9, 0x18, 0x2a, 9]
    var decoder = CBORDecoder(bytes[2..<4])
    #expect(decoder.offset == 2 && decoder.remaining == 2)
    #expect(try decoder.unsigned() == 42)
    #expect(decoder.isAtEnd)
    #expect(throws: CBORError(.truncated, at: 4)) { try decoder.unsigned() }
  }

  @Test("the first byte tells the kind", arguments: 0...255 as ClosedRange<UInt8>)
  func peek(first: UInt8) throws {
    let kinds: [CBORType] = [.unsigned, .negative, .bytes, .text, .array, .map, .link]
    let simple: [UInt8: CBORType] = [0xf4: .bool, 0xf5: .bool, 0xf6: .null, 0xf9: .float, 0xfa: .float, 0xfb: .float]
    let expected = first < 0xe0 ? kinds[Int(first >> 5)] : simple[first]
    #expect((try? CBORDecoder([first]).peek()) == expected)
  }
}
