import FilCore
import Testing

@Suite("JSON to write", .timeLimit(.minutes(1)))
struct JSONTextTests {
  private static let value = JSONText.object([
    ("z", .integer(-(1 << 80))), ("a\"", .list([.bool(true), .list([]), .object([])])), ("", .string("\\\u{1f}é\n")),
  ])

  @Test("one line keeps the order of fields and escapes what must be")
  func compact() {
    #expect(
      Self.value.compact == #"{"z":-1208925819614629174706176,"a\"":[true,[],{}],"":"\\\u001fé\u000a"}"#)
  }

  @Test("a line for each value")
  func indented() {
    let lines = #"""
      {
        "z": -1208925819614629174706176,
        "a\"": [
          true,
          [],
          {}
        ],
        "": "\\\u001fé\u000a"
      }

      """#
    #expect(Self.value.indented == lines)
  }
}
