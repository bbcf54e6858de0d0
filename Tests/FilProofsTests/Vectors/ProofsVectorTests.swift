import FilCore
import FilVectors
import Foundation
import Testing

@Suite("Proofs vectors", .timeLimit(.minutes(10)))
struct ProofsVectorTests {
  static let folder = VectorFolder(
    kind: "proofs",
    fallback: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Vectors"))

  @Test("every case of a file passes", arguments: ProofsVectors.fileNames)
  func file(_ name: String) throws {
    var run = VectorRun()
    try ProofsVectors().run(file: name, in: Self.folder, &run)
    #expect(run.failures.prefix(3).map { "\($0.id): \($0.message)" } == [])
    let count = try count(name)
    #expect(run.total == count, "cases of \(name)")
    #expect(count > 0, "no cases of \(name)")
  }

  /// Counts cases without the runner: lines of a JSON Lines file, entries of the lists of a document.
  private func count(_ name: String) throws -> Int {
    guard let bytes = try Self.folder.data(name) else { return 0 }
    if name.hasSuffix(".jsonl") { return bytes.split(separator: 0x0a).count }
    let document = try JSONSerialization.jsonObject(with: Data(bytes))
    if let list = document as? [Any] { return list.count }
    return (document as? [String: Any])?.values.reduce(0) { $0 + (($1 as? [Any])?.count ?? 0) } ?? 0
  }
}
