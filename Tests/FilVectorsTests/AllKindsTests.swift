import FilVectors
import Foundation
import Testing

/// The repository's own selection of recorded vectors.
private let selection = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Vectors")

/// Runs the repository's selection; `fil vectors` runs whole corpora, in release builds.
@Suite("Recorded vectors", .timeLimit(.minutes(10)))
struct AllKindsTests {
  @Test("every kind passes on the repository's selection", arguments: VectorKinds.all.map(\.name))
  func selectionPasses(kind: String) throws {
    let folder = VectorFolder(selection.appendingPathComponent(kind))
    try #require(VectorKinds.named(kind) != nil)
    var run = VectorRun()
    try VectorKinds.named(kind)?.run(folder, &run)
    for failure in run.failures.prefix(20) { Issue.record("\(failure.id): \(failure.message)") }
    let (isGood, total) = (run.isGood, run.total)
    #expect(isGood)
    #expect(try total == plainCount(in: folder.url), "every case is run or accounted for")
  }
}

/// The number of cases in a folder, counted without the code under test: lines of JSON Lines files and entries of
/// JSON lists, also of the lists of an object that holds nothing else.
private func plainCount(in folder: URL) throws -> Int {
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  var count = 0
  while let file = files?.nextObject() as? URL {
    switch file.pathExtension {
    case "jsonl": count += try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count
    case "json": count += entryCount(try JSONSerialization.jsonObject(with: Data(contentsOf: file)))
    default: break
    }
  }
  return count
}

private func entryCount(_ document: Any) -> Int {
  if let list = document as? [Any] { return list.count }
  let lists = (document as? [String: Any])?.values.map { $0 as? [Any] } ?? []
  return lists.isEmpty || lists.contains { $0 == nil } ? 1 : lists.reduce(0) { $0 + ($1?.count ?? 0) }
}
