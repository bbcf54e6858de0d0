internal import FilCore

/// Runs the vectors of AMTs.
public struct AMTVectors: VectorKind {
  /// The name of the folder.
  public let name = "amt"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for file in ["sequences.jsonl", "legacy.jsonl"] {
      try run.checkLines(of: file, in: folder) { try AMTSequence($0).check() }
    }
    try run.checkLines(of: "formula.jsonl", in: folder, AMTVectors.checkFormula)
    try run.checkLines(of: "malformed.jsonl", in: folder, AMTVectors.checkMalformed)
  }

  /// The layout that a case names.
  static func configuration(_ vector: JSONValue) throws -> AMTConfiguration {
    let bitWidth: Int = try vector.requireInteger("bitWidth")
    guard (1...8).contains(bitWidth) else { throw VectorError("bit width \(bitWidth)") }
    return vector["form"]?.string == "v2" ? .legacy : AMTConfiguration(bitWidth: bitWidth)
  }

  private static func checkMalformed(_ vector: JSONValue) throws {
    let store = MemoryBlockstore(try vector.requireBlocks("blocks"))
    let root = try vector.requireCID("root")
    try VectorVerdict(vector).check(refusal: CollectionError.self) {
      try AMT<RawCBOR, MemoryBlockstore>(root: root, store: store).forEach { _, _ in }
    }
  }

  /// A case of a large array whose elements a formula gives; set in rising and in falling order, and built at once where
  /// the indices are 0, 1, 2, ...
  private static func checkFormula(_ vector: JSONValue) throws {
    let count: UInt64 = try vector.requireInteger("count")
    let multiplier: UInt64 = try vector.requireInteger("multiplier")
    let offset: UInt64 = try vector.requireInteger("offset")
    let configuration = try configuration(vector)
    guard count <= 10_000_000, !multiplier.multipliedReportingOverflow(by: count).overflow,
      !(multiplier * count).addingReportingOverflow(offset).overflow
    else { throw VectorError("a formula beyond 64 bits or ten million values") }
    let values = try (0..<count).map { try value($0, vector) }
    var array = AMT<RawCBOR, MemoryBlockstore>(store: MemoryBlockstore(), configuration: configuration)
    for (number, value) in values.enumerated() { try array.set(UInt64(number) * multiplier + offset, to: value) }
    try checkRoot(of: &array, vector)
    if count <= 10_000 {
      var reversed = AMT<RawCBOR, MemoryBlockstore>(store: MemoryBlockstore(), configuration: configuration)
      for (number, value) in values.enumerated().reversed() {
        try reversed.set(UInt64(number) * multiplier + offset, to: value)
      }
      try checkRoot(of: &reversed, vector)
    }
    guard multiplier == 1, offset == 0 else { return }
    var built = AMT(values, store: MemoryBlockstore(), configuration: configuration)
    try checkRoot(of: &built, vector)
  }

  private static func checkRoot(of array: inout AMT<RawCBOR, MemoryBlockstore>, _ expected: JSONValue) throws {
    let root = try array.flush()
    try expect(root, equals: try expected.requireCID("root"), "root")
    let size = DAGSize(blocks: try expected.requireInteger("nodes"), bytes: try expected.requireInteger("bytes"))
    try expect(try DAGSize(of: root, in: array.store), equals: size, "size")
  }

  private static func value(_ number: UInt64, _ vector: JSONValue) throws -> RawCBOR {
    switch try vector.requireString("value") {
    case "uint": return RawCBOR(encoding: number)
    case "link": return RawCBOR(encoding: CID(dagCBOR: number.cbor))
    case let name: throw VectorError("unknown value formula '\(name)'")
    }
  }
}
