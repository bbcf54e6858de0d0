import FilCore
import Testing

@Suite("DAG-JSON", .timeLimit(.minutes(15)))
struct DAGJSONTests {
  private static func read(_ text: String) throws -> IPLDNode { try IPLDNode(dagJSON: Array(text.utf8)) }
  private static func write(_ node: IPLDNode) throws -> String { String(decoding: try node.dagJSON(), as: UTF8.self) }

  @Test(
    "every kind of node has one form, which is read back",
    arguments: [
      (IPLDNode.null, "null"), (.bool(true), "true"), (.integer(-1), "-1"),
      (.integer(IPLDInteger(.max)), "18446744073709551615"),
      (.integer(IPLDInteger(negativeComplement: .max)), "-18446744073709551616"),
      (.string("\u{1}\"\\/\n\u{7f}\u{20ac}\u{10145}"), "\"\\u0001\\\"\\\\/\\n\u{7f}\u{20ac}\u{10145}\""),
      (.bytes([1, 2, 3, 4]), "{\"/\":{\"bytes\":\"AQIDBA\"}}"), (.bytes([]), "{\"/\":{\"bytes\":\"\"}}"),
      (.link(CID(codec: .raw, hash: .identity, digest: [])), "{\"/\":\"bafkqaaa\"}"),
      (.list([.list([]), .map([:])]), "[[],{}]"), (.map(["b": .null, "aa": .integer(0)]), "{\"aa\":0,\"b\":null}"),
      (.map(["/": .integer(1)]), "{\"/\":1}"), (.map(["/": .map(["bytes": .null])]), "{\"/\":{\"bytes\":null}}"),
      (.map(["/": .bytes([1])]), "{\"/\":{\"/\":{\"bytes\":\"AQ\"}}}"),
    ])
  func forms(node: IPLDNode, text: String) throws {
    #expect(try Self.write(node) == text)
    #expect(try IPLDNode(dagJSON: Array(text.utf8), canonical: true) == node)
  }

  @Test(
    "floats have the fewest digits, and a fraction or an exponent",
    arguments: [
      (0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (-1.5, "-1.5"), (100, "100.0"), (0.1, "0.1"), (1e-6, "0.000001"),
      (1.25e-6, "0.00000125"), (1e-7, "1e-7"), (8.940696716308594e-8, "8.940696716308594e-8"),
      (123_456_789_012_345_680, "123456789012345680.0"), (1e20, "100000000000000000000.0"), (1e21, "1e+21"),
      (1.5e300, "1.5e+300"), (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
      (12345.678, "12345.678"),
    ] as [(Double, String)])
  func floats(value: Double, text: String) throws {
    let float = try #require(IPLDFloat(value))
    #expect(try Self.write(.float(float)) == text)
    #expect(try Self.read(text) == .float(float))
  }

  @Test("random floats are read back as they are")
  func randomFloats() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      guard let value = IPLDFloat(Double(bitPattern: random.next())) else { continue }
      #expect(try Self.read(try Self.write(.float(value))) == .float(value))
    }
  }

  @Test("white space, escapes and any order of names are read, and are not canonical")
  func otherForms() throws {
    let text = " { \"b\" : [ 1 , -0 , 1E2 ] ,\n\t\"a\" : \"\\u00e9\\ud800\\udd45\\/\" }\r\n"
    let node = try Self.read(text)
    #expect(
      node == .map(["a": .string("\u{e9}\u{10145}/"), "b": .list([.integer(1), .integer(0), .float(100)])]))
    #expect(throws: DAGJSONError(.notCanonical)) { try IPLDNode(dagJSON: Array(text.utf8), canonical: true) }
    for text in ["{\"b\":1,\"a\":2}", " 1", "1E2", "1.50", "\"\\u0061\"", "-0", "1.0 "] {
      #expect(throws: DAGJSONError(.notCanonical), "\(text)") {
        try IPLDNode(dagJSON: Array(text.utf8), canonical: true)
      }
    }
  }

  @Test(
    "everything else is refused, with the reason",
    arguments: [
      ("", .truncated), ("[1", .truncated), ("\"a", .truncated), ("tru", .truncated), ("{\"a\"", .truncated),
      ("1 2", .trailingBytes), ("[1,]", .unexpectedByte), ("{,}", .unexpectedByte), ("{1:2}", .unexpectedByte),
      ("nul!", .unexpectedByte), ("+1", .unexpectedByte), ("NaN", .unexpectedByte), ("01", .invalidNumber),
      ("-", .invalidNumber), ("1.", .invalidNumber), ("1e", .invalidNumber), ("1e999", .numberOutOfRange),
      ("18446744073709551616", .numberOutOfRange), ("-18446744073709551617", .numberOutOfRange),
      ("100000000000000000000000000000000000000000000", .numberOutOfRange), ("\"\n\"", .invalidText),
      ("\"\\x\"", .invalidText), ("\"\\ud800\"", .invalidText), ("\"\\ud800\\u0061\"", .invalidText),
      ("\"\\udc00\"", .invalidText), ("\"\\u00g0\"", .invalidText), ("{\"a\":1,\"a\":1}", .duplicateKey),
      ("{\"a\":1,\"\\u0061\":2}", .duplicateKey), ("{\"/\":\"bafkqaaa\",\"a\":1}", .reservedKey),
      ("{\"/\":{\"bytes\":\"AQ\",\"a\":1}}", .reservedKey), ("{\"a\":1,\"/\":{\"bytes\":\"AQ\"}}", .reservedKey),
      ("{\"/\":\"\"}", .invalidReserved), ("{\"/\":\"no CID\"}", .invalidReserved),
      ("{\"/\":{\"bytes\":\"AQ==\"}}", .invalidReserved), ("{\"/\":{\"bytes\":\"AR\"}}", .invalidReserved),
    ] as [(String, DAGJSONError.Code)])
  func refusals(text: String, code: DAGJSONError.Code) {
    #expect(throws: DAGJSONError(code)) { try Self.read(text) }
  }

  @Test("bytes that are no UTF-8, deep nesting and long inputs are refused")
  func bounds() throws {
    #expect(throws: DAGJSONError(.invalidText)) { try IPLDNode(dagJSON: [0x22, 0xff, 0x22]) }
    #expect(throws: DAGJSONError(.invalidText)) { try IPLDNode(dagJSON: [0x22, 0xed, 0xa0, 0x80, 0x22]) }
    #expect(throws: DAGJSONError(.limitExceeded)) { try Self.read(String(repeating: "[", count: 100_000)) }
    #expect(throws: DAGJSONError(.limitExceeded)) { try IPLDNode(dagJSON: Array("1234".utf8), limit: 3) }
    let deepest = IPLDNode.maxDepth - 1
    let text = String(repeating: "[", count: deepest) + "1" + String(repeating: "]", count: deepest)
    let node = try Self.read(text)
    #expect(try Self.write(node) == text)
    #expect(throws: DAGJSONError(.limitExceeded)) { try IPLDNode.list([node]).dagJSON() }
  }

  @Test("nodes that would be read as others are not written")
  func unwritable() {
    let nodes: [(IPLDNode, DAGJSONError.Code)] = [
      (.map(["/": .string("a")]), .reservedKey), (.map(["/": .map(["bytes": .string("")]), "b": .null]), .reservedKey),
    ]
    for (node, code) in nodes { #expect(throws: DAGJSONError(code)) { try node.dagJSON() } }
  }

  @Test("damaged input is refused or stands for one node")
  func damage() throws {
    var random = SeededGenerator(seed: 11)
    let node = IPLDNode.map([
      "a": .list([.null, .integer(-7), .float(1.5), .link(CID(dagCBOR: [0xf6])), .bytes([1, 2, 3])]),
      "b\"": .map(["/": .null]),
    ])
    let form = try node.dagJSON()
    var accepted = 0
    for _ in 0..<3_000 {
      guard let read = try? IPLDNode(dagJSON: random.mutated(form)) else { continue }
      accepted += 1
      #expect(try IPLDNode(dagJSON: try read.dagJSON(), canonical: true) == read)
    }
    #expect(accepted > 20)
  }
}
