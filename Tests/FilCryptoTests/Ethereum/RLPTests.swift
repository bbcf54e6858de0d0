import FilCore
import FilCrypto
import Testing

@Suite("RLP", .timeLimit(.minutes(15)))
struct RLPTests {
  @Test(
    "known encodings",
    arguments: zip(
      [
        RLP.bytes(Array("dog".utf8)), .list([.bytes(Array("cat".utf8)), .bytes(Array("dog".utf8))]), .bytes([]),
        .list([]),
        .integer(0), .integer(15), .integer(1024), .bytes([0]), .list([.list([]), .list([.list([])])]),
      ],
      [
        "83646f67", "c88363617483646f67", "80", "c0", "80", "0f", "820400", "00", "c3c0c1c0",
      ]))
  func known(value: RLP, encoded: String) throws {
    #expect(value.encoded.hex == encoded)
    #expect(try RLP(decoding: value.encoded) == value)
  }

  @Test("lengths around the edges", arguments: [0, 1, 54, 55, 56, 57, 255, 256, 65_535, 65_536])
  func lengths(count: Int) throws {
    let bytes = RLP.bytes([UInt8](repeating: 0xab, count: count))
    #expect(try RLP(decoding: bytes.encoded) == bytes)
    let list = RLP.list([bytes, .bytes([1])])
    #expect(try RLP(decoding: list.encoded) == list)
  }

  @Test(
    "malformed bytes",
    arguments: zip(
      ["", "83646f", "8100", "b800", "b90001", "b83700", "c0c0", "c2c0", "bfffffffffffffffff", "f8", "fbffffffff"],
      [
        RLPError.truncated, .truncated, .notShortest, .notShortest, .notShortest, .notShortest, .trailingBytes,
        .truncated, .truncated, .truncated, .truncated,
      ]))
  func malformed(encoded: String, error: RLPError) throws {
    let bytes = try #require([UInt8](hex: encoded))
    #expect(throws: error) { try RLP(decoding: bytes) }
  }

  @Test("nesting has a limit")
  func nesting() {
    var value = RLP.list([])
    for _ in 0...RLP.maxDepth { value = .list([value]) }
    #expect(throws: RLPError.nestedTooDeep) { try RLP(decoding: value.encoded) }
  }
}
