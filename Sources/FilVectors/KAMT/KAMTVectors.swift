internal import FilCore

/// Runs the vectors of KAMTs.
public struct KAMTVectors: VectorKind {
  /// The name of the folder.
  public let name = "kamt"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try run.checkLines(of: "sequences.jsonl", in: folder) { try KAMTSequence($0).check() }
  }

  /// The layout that a case names.
  static func configuration(_ vector: JSONValue) throws -> KAMTConfiguration {
    let bitWidth: Int = try vector.requireInteger("bitWidth")
    let minDataDepth: Int = try vector.requireInteger("minDataDepth")
    let bucketSize: Int = try vector.requireInteger("maxBucket")
    guard (1...8).contains(bitWidth), (0..<256 / bitWidth).contains(minDataDepth), bucketSize > 0
    else { throw VectorError("no such layout") }
    return KAMTConfiguration(bitWidth: bitWidth, minDataDepth: minDataDepth, bucketSize: bucketSize)
  }
}
