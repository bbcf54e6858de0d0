internal import FilCore

/// Runs the vectors of HAMTs.
public struct HAMTVectors: VectorKind {
  /// The name of the folder.
  public let name = "hamt"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for file in ["sequences", "collisions", "actor-maps", "identity-hash", "legacy"] {
      try run.checkLines(of: file + ".jsonl", in: folder) { try HAMTSequence($0).check() }
    }
    try run.checkLines(of: "formula.jsonl", in: folder) { try HAMTFormula($0).check() }
    try run.checkLines(of: "malformed.jsonl", in: folder, HAMTVectors.checkMalformed)
  }

  /// The layout that a case names.
  static func configuration(_ vector: JSONValue) throws -> HAMTConfiguration {
    let bitWidth: Int = try vector.requireInteger("bitWidth")
    guard (1...8).contains(bitWidth) else { throw VectorError("bit width \(bitWidth)") }
    let form: HAMTConfiguration.Form = vector["form"]?.string == "v3" || vector["form"] == nil ? .current : .legacy
    let keyHash: HAMTKeyHash = vector["hash"]?.string == "identity" ? .identity : .sha256
    return HAMTConfiguration(bitWidth: bitWidth, form: form, keyHash: keyHash)
  }

  private static func checkMalformed(_ vector: JSONValue) throws {
    let store = MemoryBlockstore(try vector.requireBlocks("blocks"))
    let root = try vector.requireCID("root")
    let configuration = try configuration(vector)
    try VectorVerdict(vector).check(refusal: CollectionError.self) {
      let map = try HAMT<RawCBOR, MemoryBlockstore>(root: root, store: store, configuration: configuration)
      try map.forEach { _, _ in }
    }
  }
}
