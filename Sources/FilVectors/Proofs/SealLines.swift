internal import FilCore

/// The seal cases of a folder by the replica that they make: proofs are recorded without the data that was sealed.
struct SealLines {
  private var lines: [String: JSONValue] = [:]

  /// Reads the cases of some files.
  init(_ folder: VectorFolder, files: [String]) throws {
    for file in files {
      for line in try folder.lines(file) { lines[try line.requireString("comm_r")] = line }
    }
  }

  /// The case that made a replica; `nil` if the folder has none.
  subscript(commR: Bytes32) -> JSONValue? { lines[commR.description] }
}
