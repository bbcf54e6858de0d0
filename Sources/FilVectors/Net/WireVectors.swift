internal import FilCore

/// Messages in CBOR: read, compared with what went in, written again.
protocol WireVectors {
  /// The file.
  static var file: String { get }
  /// The types that nothing here reads yet, with what they need.
  static var pending: [String: String] { get }

  /// Checks a message of a type; `false` for a type that is not known.
  static func check(_ type: String, _ vector: JSONValue) throws -> Bool
}

extension WireVectors {
  /// Runs the file.
  static func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for (number, line) in (try folder.rawLines(file) ?? []).enumerated() {
      let vector = try JSONValue(parsing: line)
      let type = try vector.requireString("type")
      if let need = pending[type] {
        run.skip("needs \(need)")
        continue
      }
      run.check("\(file):\(number + 1)") {
        guard try check(type, vector) else { throw VectorError("no type \(type)") }
      }
    }
  }

  /// The value of the bytes, which it encodes to again.
  @discardableResult
  static func read<Value: CBORCodable & Equatable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    let value = try Value(cbor: bytes)
    try expect(value.cbor, equals: bytes, "encoded again")
    for cut in [0, bytes.count / 2, bytes.count - 1] {
      if (try? Value(cbor: Array(bytes.prefix(cut)))) != nil { throw VectorError("accepted after \(cut) bytes") }
    }
    if (try? Value(cbor: bytes + [0])) != nil { throw VectorError("accepted with a byte more") }
    return value
  }
}
