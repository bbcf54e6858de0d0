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
    let count = kind == "lotus-devnet" ? try tipsetCount(in: folder) : try plainCount(in: folder.url)
    #expect(total == count, "every case is run or accounted for")
  }

  /// The folder of a public suite, which is read in place.
  private static let codecs = ProcessInfo.processInfo.environment["FIL_VECTORS"].map {
    URL(fileURLWithPath: $0).appendingPathComponent("ipld")
  }

  @Test("all files of the codecs' public suite are opened", .enabled(if: codecs != nil, "needs $FIL_VECTORS"))
  func codecSuite() throws {
    let url = try #require(Self.codecs)
    var run = VectorRun()
    try VectorKinds.named("ipld")?.run(VectorFolder(url), &run)
    for failure in run.failures.prefix(20) { Issue.record("\(failure.id): \(failure.message)") }
    let fixtures = url.appendingPathComponent("codec-fixtures")
    let blocks = FileManager.default.enumerator(atPath: fixtures.path)?.filter { "\($0)".contains(".dag-") }.count ?? 0
    let passed = run.passed
    let refusals = try plainCount(in: url.appendingPathComponent("negative-fixtures"))
    #expect(passed == blocks + refusals && blocks > 0 && refusals > 0)
  }
}

/// The number of tipsets in a recorded chain, each of which is a case, counted in the text.
private func tipsetCount(in folder: VectorFolder) throws -> Int {
  let summary = String(decoding: try folder.data("summary.json") ?? [], as: UTF8.self)
  return summary.components(separatedBy: "\"tipset_key\":").count - 1
}

/// The number of cases in a folder, counted without the code under test: lines of JSON Lines files and entries of
/// JSON lists, also of the lists of an object that holds nothing else.
private func plainCount(in folder: URL) throws -> Int {
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  var count = 0
  while let file = files?.nextObject() as? URL {
    let plain = file.pathExtension == "zst" ? file.deletingPathExtension() : file
    guard ["json", "jsonl"].contains(plain.pathExtension) else { continue }
    // The folder unpacks what is compressed.
    let parent = VectorFolder(file.deletingLastPathComponent())
    let bytes = try #require(try parent.data(plain.lastPathComponent))
    count +=
      plain.pathExtension == "jsonl"
      ? bytes.split(separator: UInt8(ascii: "\n")).count
      : entryCount(try JSONSerialization.jsonObject(with: Data(bytes)))
  }
  return count
}

private func entryCount(_ document: Any) -> Int {
  if let list = document as? [Any] { return list.count }
  let lists = (document as? [String: Any])?.values.map { $0 as? [Any] } ?? []
  return lists.isEmpty || lists.contains { $0 == nil } ? 1 : lists.reduce(0) { $0 + ($1?.count ?? 0) }
}
