import FilVectors
import Foundation
import Testing

@Suite("Crypto vectors", .timeLimit(.minutes(15)))
struct CryptoVectorTests {
  @Test("every case passes, and none is missed", arguments: ["consensus", "crypto"])
  func passes(kind: String) throws {
    let folder = CryptoVectorTests.folder(kind)
    let run = try run(kind, folder)
    #expect(run.total == (try recount(folder)))
  }

  @Test("the public vectors of encodings and hashing pass", .enabled(if: hasPublicVectors))
  func publicVectors() throws {
    let folder = CryptoVectorTests.folder("bls12-381")
    let run = try run("bls12-381", folder)
    #expect(run.passed == folder.names.reduce(0) { $0 + folder.folder($1).names.count })
  }

  @Test("a changed expectation fails")
  func changedExpectation() throws {
    var run = VectorRun()
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("fil-crypto-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let line =
      #"{"digest":"\#(String(repeating: "00", count: 32))","vrf":"","power":"1","totalPower":"1","winCount":7}"#
    try Data(line.utf8).write(to: place.appendingPathComponent("win-counts.jsonl"))
    try CryptoVectors().run(VectorFolder(place), &run)
    #expect(run.failures.count == 1)
  }

  private static let hasPublicVectors = !folder("bls12-381").names.isEmpty

  private static func folder(_ kind: String) -> VectorFolder {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    return VectorFolder(kind: kind, fallback: tests.appendingPathComponent("Vectors"))
  }

  private func run(_ kind: String, _ folder: VectorFolder) throws -> VectorRun {
    let runner = try #require(VectorKinds.named(kind))
    var run = VectorRun()
    try runner.run(folder, &run)
    for failure in run.failures.prefix(10) { Issue.record("\(failure.id): \(failure.message)") }
    #expect(run.isGood)
    #expect(run.passed > 0)
    return run
  }

  /// Lines of JSON Lines files, entries of JSON lists, other JSON documents and tables, counted without the kind.
  private func recount(_ folder: VectorFolder) throws -> Int {
    try folder.names.reduce(0) { count, name in
      if name.hasSuffix(".jsonl") { return count + (try folder.rawLines(name)?.count ?? 0) }
      if name.hasSuffix(".json") { return count + (try folder.document(name)?.array?.count ?? 1) }
      if name.hasSuffix(".golden") { return count + 1 }
      return count + folder.folder(name).names.count { $0.hasSuffix(".golden") }
    }
  }
}
