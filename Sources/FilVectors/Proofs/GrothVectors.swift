/// Circuits, keys and SNARKs: counted, and left out.
enum GrothVectors {
  /// Leaves out every case of the folder.
  static func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for name in folder.names {
      run.skip("Groth16 proofs are not built yet", count: try count(name, in: folder))
    }
  }

  /// A list's entries, an object's proofs (of which the last entry is a batch over them) or parameter files; other
  /// files are one case.
  private static func count(_ name: String, in folder: VectorFolder) throws -> Int {
    guard name.hasSuffix(".json"), let document = try folder.document(name) else { return 1 }
    if let list = document.array { return list.count }
    if let cases = document["cases"]?.array { return cases.count - (document["parameters"] == nil ? 0 : 1) }
    return (document["parameters"]?.array?.count ?? 0) + (document["srs"]?.array?.count ?? 0)
  }
}
