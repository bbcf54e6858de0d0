import FilVectors
import Foundation
import Testing

@Suite("Proofs vectors", .timeLimit(.minutes(15)))
struct ProofsSelectionTests {
  private static let folder = VectorFolder(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Vectors/proofs"))

  @Test("the repository's selection has each file that runs in debug builds", arguments: ProofsVectors.fileNames)
  func selection(_ name: String) {
    let isLarge = name.contains("512m") || name.hasPrefix("update_")
    #expect(Self.folder.names.contains(name) != isLarge)
  }

  @Test("a changed value is found", arguments: ["fr32.jsonl", "commp.jsonl", "replica_id.jsonl", "poseidon.jsonl"])
  func changed(_ name: String) throws {
    let lines = try #require(try Self.folder.rawLines(name))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("proofs-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The last hexadecimal digit before the end of the last line's last text.
    var line = Array(try #require(lines.last { $0.suffix(3).first != UInt8(ascii: "}") && $0.count > 100 }))
    let place = try #require(line.lastIndex { (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) })
    line[place] = line[place] == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a")
    try Data(line).write(to: folder.appendingPathComponent(name))
    var run = VectorRun()
    try ProofsVectors().run(VectorFolder(folder), &run)
    #expect(run.failures.count == 1 && run.total == 1)
  }
}
