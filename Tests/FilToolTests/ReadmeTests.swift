import FilCore
import FilProofs
import Foundation
import Testing

@Suite("The README", .timeLimit(.minutes(15)))
struct ReadmeTests {
  /// The README's example.
  private func example(_ bytes: [UInt8]) throws {
    let store = MemoryBlockstore()
    let root = try UnixFSImporter(store: store).file(ArraySource(bytes)).cid
    var car = try CARWriter(roots: [root], to: ArraySink())
    try car.write(DAGWalk(from: [root], in: store))
    print(root, PieceCommitment.of(car.sink.bytes))
  }

  @Test("its example is the one above, which runs")
  func readme() throws {
    try example([1, 2, 3])
    let here = URL(fileURLWithPath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let shown = try #require(readme.components(separatedBy: "```swift\n").dropFirst().first)
    let lines = try #require(shown.components(separatedBy: "```").first).split(separator: "\n")
      .filter { !$0.hasPrefix("import ") }
    let source = try String(contentsOf: here, encoding: .utf8).split(separator: "\n").map {
      $0.trimmingPrefix { $0 == " " }
    }
    let start = try #require(source.firstIndex(of: lines[0]))
    #expect(lines.count == 5 && source[start...].prefix(5).elementsEqual(lines))
  }
}
