internal import FilCore

/// The inputs that vectors generate instead of storing them.
enum VectorStream {
  /// The first bytes of the SHA-256 digests of a seed and a counter.
  static func bytes(seed: String, count: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + 32)
    let prefix = Array(seed.utf8)
    var counter: UInt64 = 0
    while result.count < count {
      var input = prefix
      withUnsafeBytes(of: counter.littleEndian) { input.append(contentsOf: $0) }
      SHA256.hash(input).withUnsafeBytes { result.append(contentsOf: $0) }
      counter += 1
    }
    result.removeLast(result.count - count)
    return result
  }

  /// Data of one of the kinds that vectors name.
  static func data(kind: String, seed: String, count: Int) throws -> [UInt8] {
    switch kind {
    case "stream": return bytes(seed: seed, count: count)
    case "zero": return [UInt8](repeating: 0, count: count)
    case "ff": return [UInt8](repeating: 0xff, count: count)
    default: throw VectorError("unknown data '\(kind)'")
    }
  }

  /// The data that a case names in its fields.
  static func data(_ value: JSONValue, count: Int) throws -> [UInt8] {
    try data(kind: try value.requireString("data"), seed: try value.requireString("seed"), count: count)
  }
}
