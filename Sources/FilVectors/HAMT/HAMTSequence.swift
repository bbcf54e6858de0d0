internal import FilCore

/// A case of operations on one map.
struct HAMTSequence {
  private let vector: JSONValue
  private let store = MemoryBlockstore()
  private let configuration: HAMTConfiguration

  init(_ vector: JSONValue) throws {
    self.vector = vector
    configuration = try HAMTVectors.configuration(vector)
  }

  func check() throws {
    var map = HAMT<RawCBOR, MemoryBlockstore>(store: store, configuration: configuration)
    var root: CID?
    for (number, value) in try vector.requireArray("ops").enumerated() {
      let operation = try VectorOperation(value)
      do {
        try perform(operation, on: &map, root: &root)
      } catch {
        throw VectorError("operation \(number) '\(operation.name)': \(error)")
      }
    }
    try expectBlocks(vector, in: store)
  }

  private func perform(
    _ operation: VectorOperation, on map: inout HAMT<RawCBOR, MemoryBlockstore>, root: inout CID?
  ) throws {
    switch operation.name {
    case "set": try map.set(operation.bytes(0), to: RawCBOR(operation.bytes(1)))
    case "setIfAbsent":
      let changed = try map.setIfAbsent(operation.bytes(0), to: RawCBOR(operation.bytes(1)))
      try expect(changed, equals: try operation.bool(2), "changed")
    case "delete":
      try expect(try map.delete(operation.bytes(0)), equals: try operation.bool(1), "was there")
    case "get":
      try expect(try map.get(operation.bytes(0))?.bytes, equals: try operation.optionalBytes(1), "value")
    case "flush": root = try flush(operation, &map)
    case "reload":
      guard let root else { throw VectorError("nothing was flushed") }
      map = try HAMT(root: root, store: store, configuration: configuration)
    case "order": try checkOrder(operation, of: map)
    default: throw VectorError("unknown operation")
    }
  }

  private func flush(_ operation: VectorOperation, _ map: inout HAMT<RawCBOR, MemoryBlockstore>) throws -> CID {
    let root = try map.flush()
    try expect(root, equals: try operation.cid(0), "root")
    let size = DAGSize(blocks: try operation.integer(1), bytes: try operation.integer(2))
    try expect(try DAGSize(of: root, in: store), equals: size, "size")
    return root
  }

  /// Compares the order of the keys, and that reading can go on from any of them.
  private func checkOrder(_ operation: VectorOperation, of map: HAMT<RawCBOR, MemoryBlockstore>) throws {
    let expected = try operation.list(0).map { $0.bytes ?? [] }
    try expect(try keys(map.entries()), equals: expected, "order")
    for (index, key) in expected.enumerated() {
      try expect(try keys(map.entries(startingAt: key), limit: 4), equals: Array(expected[index...].prefix(4)), "rest")
    }
  }

  private func keys(_ entries: HAMT<RawCBOR, MemoryBlockstore>.Entries, limit: Int = .max) throws -> [[UInt8]] {
    var entries = entries
    var keys: [[UInt8]] = []
    while keys.count < limit, let (key, _) = try entries.next() { keys.append(key) }
    return keys
  }
}
