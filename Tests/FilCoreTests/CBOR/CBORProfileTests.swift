import FilCore
import Testing

@Suite("The two profiles of CBOR", .timeLimit(.minutes(15)))
struct CBORProfileTests {
  @Test(
    "the lenient one takes keys in any order, and text that is no UTF-8",
    arguments: ["a2616201616102", "a2626161016162 02", "a161ff01", "62c328", "8261ff63eda080"])
  func lenient(hex: String) throws {
    let bytes = try #require([UInt8](hex: hex.filter { $0 != " " }))
    #expect(throws: CBORError.self) { try Self.skip(bytes, .strict) }
    try Self.skip(bytes, .lenient)
  }

  @Test(
    "nothing else",
    arguments: [
      "", "1817", "9f00ff", "a10161", "c000", "f7", "f93c00", "fb7ff0000000000000", "8201", "0000", "d82a4101",
      "5b7fffffffffffffff", "bb7fffffffffffffff0000", String(repeating: "81", count: 1025) + "00",
    ])
  func bothRefuse(hex: String) throws {
    let bytes = try #require([UInt8](hex: hex))
    for profile in [CBORProfile.strict, .lenient] {
      #expect(throws: CBORError.self) { try Self.skip(bytes, profile) }
    }
  }

  private static func skip(_ bytes: [UInt8], _ profile: CBORProfile) throws(CBORError) {
    var decoder = CBORDecoder(bytes, profile)
    try decoder.skip()
    try decoder.finish()
  }

  @Test("text can be read as the bytes that it has")
  func textBytes() throws {
    let peer: [UInt8] = [0x62, 0x12, 0xff]
    var lenient = CBORDecoder(peer, .lenient)
    #expect(try lenient.textBytes() == [0x12, 0xff])
    lenient = CBORDecoder(peer, .lenient)
    #expect(throws: CBORError(.invalidText, at: 0)) { try lenient.text() }
    var strict = CBORDecoder(peer)
    #expect(throws: CBORError(.invalidText, at: 0)) { try strict.textBytes() }
    var long = CBORDecoder([0x63, 0x61, 0x62, 0x63], .lenient)
    #expect(throws: CBORError(.limitExceeded, at: 0)) { try long.textBytes(limit: 2) }
  }

  @Test("fields come in any order, and unknown ones are ignored")
  func fields() throws {
    var encoder = CBOREncoder()
    encoder.map(count: 3)
    encoder.field("State", 7 as UInt64)
    encoder.field("Unknown", [[1, 2], [3]] as [[UInt64]])
    encoder.field("Error", "no")
    var decoder = CBORDecoder(encoder.bytes)
    let fields = try CBORFields(from: &decoder)
    try decoder.finish()
    #expect(try fields.require("State") == 7 as UInt64)
    #expect(try fields.require("Error") == "no")
    #expect(try fields.find("Absent", String.self) == nil)
    #expect(fields.keys == ["Error", "State", "Unknown"])
    #expect(throws: CBORError(.wrongCount, at: 0)) { try fields.require("Absent", String.self) }
    #expect(throws: CBORError(.unexpectedType, at: 0)) { try fields.require("State", String.self) }
  }

  @Test("a field that stands twice is refused")
  func twice() throws {
    var encoder = CBOREncoder()
    encoder.map(count: 2)
    for _ in 0..<2 { encoder.field("a", 1 as UInt64) }
    var decoder = CBORDecoder(encoder.bytes)
    #expect(throws: CBORError(.unsortedKeys, at: 0)) { try CBORFields(from: &decoder) }
  }

  @Test("a node that is read leniently is canonical then, and has no name twice")
  func nodes() throws {
    var decoder = CBORDecoder([0xa3, 0x61, 0x62, 1, 0x61, 0x61, 2, 0x61, 0x63, 3], .lenient)
    #expect(try IPLDNode(from: &decoder) == .map(["a": .integer(2), "b": .integer(1), "c": .integer(3)]))
    decoder = CBORDecoder([0xa2, 0x61, 0x61, 1, 0x61, 0x61, 2], .lenient)
    #expect(throws: CBORError(.unsortedKeys, at: 0)) { try IPLDNode(from: &decoder) }
  }
}
