extension IPLDNode {
  /// The longest DAG-JSON that is read where the caller names no limit, in bytes.
  public static let maxDAGJSONBytes = 4 << 20

  /// Reads DAG-JSON.
  ///
  /// White space between values and any order of names are accepted unless `canonical`; all else is strict: no name
  /// twice, no map that looks like a link or bytes and is none, nothing after the value.
  ///
  /// - Parameters:
  ///   - bytes: The JSON.
  ///   - canonical: Whether the bytes must be those that `dagJSON()` gives for the node.
  ///   - limit: The most bytes that are read.
  /// - Throws: `DAGJSONError` that says what is wrong and where.
  public init(
    dagJSON bytes: [UInt8], canonical: Bool = false, limit: Int = maxDAGJSONBytes
  ) throws(DAGJSONError) {
    guard bytes.count <= limit else { throw DAGJSONError(.limitExceeded, at: limit, "\(bytes.count) bytes") }
    var parser = DAGJSONParser(bytes)
    self = try parser.document()
    guard canonical else { return }
    let again = try dagJSON()
    guard again != bytes else { return }
    let offset = zip(again, bytes).enumerated().first { $1.0 != $1.1 }?.offset
    throw DAGJSONError(.notCanonical, at: offset ?? min(again.count, bytes.count))
  }

  /// The canonical DAG-JSON: no white space, the names of a map in the order of their bytes.
  ///
  /// - Throws: `DAGJSONError` for a map that would be read as a link or as bytes, and nesting deeper than `maxDepth`.
  public func dagJSON() throws(DAGJSONError) -> [UInt8] {
    var writer = DAGJSONWriter()
    try writer.write(self, depth: 0)
    return writer.bytes
  }

  /// Whether a map with this value under the name `/` has the form of a link or of bytes.
  var isReservedInDAGJSON: Bool {
    switch self {
    case .string: true
    case .map(let fields): if case .string? = fields["bytes"] { true } else { false }
    default: false
    }
  }
}
