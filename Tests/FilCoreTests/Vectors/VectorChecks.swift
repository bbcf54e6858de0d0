import FilVectors
import Foundation
import Testing

/// The folder of a kind: below `$FIL_VECTORS`, else the repository's own selection.
func vectorFolder(_ kind: String) -> VectorFolder {
  let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return VectorFolder(kind: kind, fallback: tests.appendingPathComponent("Vectors"))
}

/// Runs a kind on its folder, and requires that every case passes and that as many ran as `recount` finds.
///
/// - Parameters:
///   - kind: The kind.
///   - recount: The number of cases in the folder, counted without the kind.
/// - Throws: An error if a file cannot be read.
func checkVectors(_ kind: some VectorKind, recount: (VectorFolder) throws -> Int) throws {
  let folder = vectorFolder(kind.name)
  var run = VectorRun()
  try kind.run(folder, &run)
  for failure in run.failures.prefix(10) { Issue.record("\(failure.id): \(failure.message)") }
  #expect(run.failures.isEmpty)
  #expect(run.isGood, "\(run.omissions)")
  let expected = try recount(folder)
  #expect(expected > 0)
  #expect(run.total == expected)
}

/// The number of non-empty lines of all JSON Lines files of a folder.
func countLines(_ folder: VectorFolder) throws -> Int {
  try folder.names.filter { $0.hasSuffix(".jsonl") }.reduce(0) { sum, name in
    let bytes = try folder.data(name) ?? []
    let ends = bytes.indices.count { index in
      bytes[index] != 0x0a && (index + 1 == bytes.count || bytes[index + 1] == 0x0a)
    }
    return sum + ends
  }
}
