/// JSON to write: fields stay in the order that they are given in.
package enum JSONText: Sendable {
  /// true or false.
  case bool(Bool)
  /// A number without fraction; what may not fit in 53 bits is better given as text.
  case integer(Int128)
  /// Text.
  case string(String)
  /// A list.
  case list([JSONText])
  /// Named values.
  case object([(String, JSONText)])

  /// The JSON in one line, without spaces.
  package var compact: String { text(JSONLayout()) }

  /// The JSON with a line for each value, indented by two spaces a level; it ends with a line break.
  package var indented: String { text(JSONLayout(indent: 2)) + "\n" }

  private func text(_ layout: JSONLayout) -> String {
    switch self {
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .string(let value): JSONText.quoted(value)
    case .list(let values): layout.enclose(values.map { $0.text(layout.inner) }, in: ("[", "]"))
    case .object(let fields):
      layout.enclose(fields.map { JSONText.quoted($0) + layout.colon + $1.text(layout.inner) }, in: ("{", "}"))
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// Where the values of a list or an object stand.
private struct JSONLayout {
  /// The spaces of a level; `nil` for one line without spaces.
  var indent: Int?
  /// How many levels this one is in.
  var depth = 0

  var inner: JSONLayout { JSONLayout(indent: indent, depth: depth + 1) }
  var colon: String { indent == nil ? ":" : ": " }

  func enclose(_ values: [String], in brackets: (String, String)) -> String {
    guard let indent, !values.isEmpty else {
      return brackets.0 + values.joined(separator: ",") + brackets.1
    }
    func line(_ depth: Int) -> String { "\n" + String(repeating: " ", count: indent * depth) }
    return brackets.0 + line(depth + 1) + values.joined(separator: "," + line(depth + 1)) + line(depth) + brackets.1
  }
}
