internal import FilCore

/// A case of operations on one array.
struct AMTSequence {
  private let vector: JSONValue
  private let store = MemoryBlockstore()
  private let configuration: AMTConfiguration

  init(_ vector: JSONValue) throws {
    self.vector = vector
    configuration = try AMTVectors.configuration(vector)
  }

  func check() throws {
    var array = AMT<RawCBOR, MemoryBlockstore>(store: store, configuration: configuration)
    var root: CID?
    for (number, value) in try vector.requireArray("ops").enumerated() {
      let operation = try VectorOperation(value)
      do {
        try perform(operation, on: &array, root: &root)
      } catch {
        throw VectorError("operation \(number) '\(operation.name)': \(error)")
      }
    }
    try expectBlocks(vector, in: store)
    guard let final = vector["finalIndices"]?.array else { return }
    try expect(try indices(array), equals: final.compactMap { $0.integer(UInt64.self) }, "final indices")
  }

  private func perform(
    _ operation: VectorOperation, on array: inout AMT<RawCBOR, MemoryBlockstore>, root: inout CID?
  ) throws {
    switch operation.name {
    case "set": try array.set(operation.integer(0), to: RawCBOR(operation.bytes(1)))
    case "setError": try expectRefusal(operation, array)
    case "delete":
      try expect(try array.delete(operation.integer(0)), equals: try operation.bool(1), "was there")
    case "batchDelete": try batchDelete(operation, &array)
    case "get": try checkValue(operation, array)
    case "first": try expect(try array.firstIndex(), equals: try operation.optionalInteger(0), "first index")
    case "iterate":
      let found = try indices(array, from: operation.integer(0), limit: operation.integer(1))
      try expect(found, equals: try operation.list(2).compactMap { $0.integer(UInt64.self) }, "indices")
    case "flush": root = try flush(operation, &array)
    case "reload":
      guard let root else { throw VectorError("nothing was flushed") }
      array = try AMT(root: root, store: store, form: configuration.form)
      try expect(array.configuration, equals: configuration, "layout")
    default: throw VectorError("unknown operation")
    }
  }

  private func expectRefusal(_ operation: VectorOperation, _ array: AMT<RawCBOR, MemoryBlockstore>) throws {
    var copy = array
    do {
      try copy.set(operation.integer(0), to: RawCBOR(operation.bytes(1)))
    } catch let error as CollectionError {
      return try expect(error.code, equals: .indexOutOfRange, "error")
    }
    throw VectorError("accepted")
  }

  private func checkValue(_ operation: VectorOperation, _ array: AMT<RawCBOR, MemoryBlockstore>) throws {
    let index: UInt64 = try operation.integer(0)
    let expected = try operation.optionalBytes(1)
    try expect(try array.get(index)?.bytes, equals: expected, "value")
    try expect(try array.contains(index), equals: expected != nil, "contains")
  }

  private func batchDelete(_ operation: VectorOperation, _ array: inout AMT<RawCBOR, MemoryBlockstore>) throws {
    let indices = try operation.list(0).compactMap { $0.integer(UInt64.self) }
    let strict = try operation.bool(1)
    try expect(try array.delete(indices, strict: strict), equals: try operation.bool(2), "changed")
  }

  private func flush(_ operation: VectorOperation, _ array: inout AMT<RawCBOR, MemoryBlockstore>) throws -> CID {
    let root = try array.flush()
    try expect(root, equals: try operation.cid(0), "root")
    let size = DAGSize(blocks: try operation.integer(1), bytes: try operation.integer(2))
    try expect(try DAGSize(of: root, in: store), equals: size, "size")
    try expect(array.count, equals: try operation.integer(3), "count")
    return root
  }

  private func indices(
    _ array: AMT<RawCBOR, MemoryBlockstore>, from start: UInt64 = 0, limit: Int = .max
  ) throws -> [UInt64] {
    var entries = try array.entries(from: start)
    var indices: [UInt64] = []
    while indices.count < limit, let (index, _) = try entries.next() { indices.append(index) }
    return indices
  }
}
