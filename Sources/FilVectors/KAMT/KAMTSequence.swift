internal import FilCore

/// A case of operations on one map of 256-bit numbers.
struct KAMTSequence {
  private typealias Map = KAMT<Word256, MemoryBlockstore>

  private let vector: JSONValue
  private let store = MemoryBlockstore()
  private let configuration: KAMTConfiguration

  init(_ vector: JSONValue) throws {
    self.vector = vector
    configuration = try KAMTVectors.configuration(vector)
  }

  func check() throws {
    var map = Map(store: store, configuration: configuration)
    var twin: [Word256: Word256] = [:]
    var root: CID?
    for (number, value) in try vector.requireArray("ops").enumerated() {
      let operation = try VectorOperation(value)
      do {
        try perform(operation, on: &map, twin: &twin, root: &root)
      } catch {
        throw VectorError("operation \(number) '\(operation.name)': \(error)")
      }
    }
    for (key, value) in twin { try expect(try map.get(key), equals: value, "value of \(key)") }
    try expectBlocks(vector, in: store)
  }

  private func perform(
    _ operation: VectorOperation, on map: inout Map, twin: inout [Word256: Word256], root: inout CID?
  ) throws {
    switch operation.name {
    case "set":
      let (key, value) = (try KAMTSequence.word(operation, 0), try KAMTSequence.word(operation, 1))
      try expect(try map.set(key, to: value), equals: twin.updateValue(value, forKey: key) != value, "changed")
    case "delete":
      let key = try KAMTSequence.word(operation, 0)
      twin[key] = nil
      try expect(try map.delete(key), equals: try operation.bool(1), "was there")
    case "flush": root = try flush(operation, &map)
    case "reload":
      guard let root else { throw VectorError("nothing was flushed") }
      map = try Map(root: root, store: store, configuration: configuration)
    case "order": try checkOrder(operation, of: map)
    default: throw VectorError("unknown operation")
    }
  }

  private static func word(_ operation: VectorOperation, _ index: Int) throws -> Word256 {
    guard let bytes = Bytes32(try operation.bytes(index)) else { throw VectorError("no 32 bytes at \(index)") }
    return Word256(bytes)
  }

  private func flush(_ operation: VectorOperation, _ map: inout Map) throws -> CID {
    let root = try map.flush()
    try expect(root, equals: try operation.cid(0), "root")
    let size = DAGSize(blocks: try operation.integer(1), bytes: try operation.integer(2))
    try expect(try DAGSize(of: root, in: store), equals: size, "size")
    return root
  }

  /// Compares the order of the keys, and that reading can go on from any of them.
  private func checkOrder(_ operation: VectorOperation, of map: Map) throws {
    let expected = try operation.list(0).map { $0.bytes ?? [] }
    try expect(try keys(map.entries()), equals: expected, "order")
    for (index, bytes) in expected.enumerated() {
      guard let key = Bytes32(bytes) else { throw VectorError("no 32 bytes at \(index)") }
      let rest = try keys(map.entries(startingAt: Word256(key)), limit: 4)
      try expect(rest, equals: Array(expected[index...].prefix(4)), "rest")
    }
  }

  private func keys(_ entries: Map.Entries, limit: Int = .max) throws -> [[UInt8]] {
    var entries = entries
    var keys: [[UInt8]] = []
    while keys.count < limit, let (key, _) = try entries.next() { keys.append(key.bytes.bytes) }
    return keys
  }
}
