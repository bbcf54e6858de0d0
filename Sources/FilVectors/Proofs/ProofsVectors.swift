internal import FilCore

/// Proofs of storage: what one file holds, and how its cases run.
struct ProofsFile: Sendable {
  /// The file's name without `.zst`.
  let name: String
  /// Runs each case of the file.
  let run: @Sendable (VectorFolder, inout VectorRun) throws -> Void

  /// A JSON Lines file whose lines all run the same way.
  static func lines(_ name: String, _ body: @escaping @Sendable (JSONValue) throws -> Void) -> ProofsFile {
    ProofsFile(name: name) { folder, run in try run.checkLines(of: name, in: folder, body) }
  }

  /// A JSON document whose entries `entries` lists.
  static func document(
    _ name: String, entries: @escaping @Sendable (JSONValue) throws -> [JSONValue],
    _ body: @escaping @Sendable (JSONValue) throws -> Void
  ) -> ProofsFile {
    ProofsFile(name: name) { folder, run in
      guard let document = try folder.document(name) else { return }
      for (index, entry) in try entries(document).enumerated() {
        run.check("\(name):\(index)") { try body(entry) }
      }
    }
  }

  /// A JSON Lines file that is left out.
  static func skipped(_ name: String, _ reason: String) -> ProofsFile {
    ProofsFile(name: name) { folder, run in
      run.skip("\(name): \(reason)", count: try folder.rawLines(name)?.count ?? 0)
    }
  }
}

/// The vectors of the folder `proofs`.
public struct ProofsVectors: VectorKind {
  /// The name of the folder.
  public let name = "proofs"

  /// All files of the kind.
  public init() {}

  /// The names of the files that the kind runs, without `.zst`.
  public static var fileNames: [String] { files.map(\.name) }

  static let files: [ProofsFile] =
    Fr32Vectors.files + PieceVectors.files + PoseidonVectors.files + GraphVectors.files + SealVectors.files
    + RegisteredProofVectors.files + ChallengeVectors.files + PoRepVectors.files + PoStVectors.files + unbuilt

  /// What later parts of the library will run.
  private static let unbuilt: [ProofsFile] = [
    "update_challenges.jsonl", "update_phi_rho.jsonl", "update_2k.jsonl", "update_4k_16k_32k.jsonl", "update_8m.jsonl",
  ].map { .skipped($0, "update proofs are not built yet") }

  /// Runs whichever of the kind's files the folder holds.
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for file in Self.files { try file.run(folder, &run) }
    try GrothVectors.run(folder.folder("groth"), &run)
  }
}
