internal import FilCore

/// A case of a large map whose entries a formula gives.
struct HAMTFormula {
  private let vector: JSONValue
  private let prefix: [UInt8]

  init(_ vector: JSONValue) throws {
    self.vector = vector
    prefix = Array((vector["prefix"]?.string ?? "").utf8)
  }

  func check() throws {
    let store = MemoryBlockstore()
    var map = HAMT<RawCBOR, MemoryBlockstore>(
      store: store, configuration: try HAMTVectors.configuration(vector))
    let count: UInt64 = try vector.requireInteger("count")
    for number in 0..<count {
      let key = try self.key(number)
      try map.set(key, to: try value(number, key))
    }
    try checkRoot(of: &map, vector)
    guard let after = vector["afterDelete"] else { return }
    let step = try HAMTFormula.step(after)
    for number in 0..<count where number % step != 0 {
      guard try map.delete(try key(number)) else { throw VectorError("key \(number) was not there") }
    }
    try checkRoot(of: &map, after)
  }

  private func checkRoot(of map: inout HAMT<RawCBOR, MemoryBlockstore>, _ expected: JSONValue) throws {
    let root = try map.flush()
    try expect(root, equals: try expected.requireCID("root"), "root")
    let size = DAGSize(blocks: try expected.requireInteger("nodes"), bytes: try expected.requireInteger("bytes"))
    try expect(try DAGSize(of: root, in: map.store), equals: size, "size")
  }

  /// The divisor of "delete every i with i % N != 0, in rising order".
  private static func step(_ after: JSONValue) throws -> UInt64 {
    let words = try after.requireString("rule").split(separator: " ")
    guard let sign = words.firstIndex(of: "%"), sign + 1 < words.count, let step = UInt64(words[sign + 1]), step > 0
    else { throw VectorError("unknown rule") }
    return step
  }

  private func key(_ number: UInt64) throws -> [UInt8] {
    switch try vector.requireString("key") {
    case "decimal": return prefix + Array(String(number).utf8)
    case "sha256":
      let bigEndian = withUnsafeBytes(of: number.bigEndian) { Array($0) }
      return Array(SHA256.hash(prefix + bigEndian).bytes.prefix(20))
    case "uvarint": return Varint.encode(number)
    case "idAddress": return [0] + Varint.encode(number + 1000)
    case let name: throw VectorError("unknown key formula '\(name)'")
    }
  }

  private func value(_ number: UInt64, _ key: [UInt8]) throws -> RawCBOR {
    switch try vector.requireString("value") {
    case "uint": return RawCBOR(encoding: number)
    case "hash32": return RawCBOR(encoding: SHA256.hash(key))
    case let name: throw VectorError("unknown value formula '\(name)'")
    }
  }
}
