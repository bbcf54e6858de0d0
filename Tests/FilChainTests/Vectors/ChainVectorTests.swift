import FilVectors
import Foundation
import Testing

@Suite("Recorded chain", .timeLimit(.minutes(15)))
struct ChainVectorTests {
  private func run(_ folder: VectorFolder) throws -> VectorRun {
    var run = VectorRun()
    try LotusDevnetVectors().run(folder, &run)
    return run
  }

  @Test("every tipset passes, and none is missed")
  func passes() throws {
    let run = try run(Recording.folder)
    for failure in run.failures.prefix(10) { Issue.record("\(failure.id): \(failure.message)") }
    let summary = try #require(try Recording.folder.data("summary.json"))
    // Counted in the text: each record has one key.
    let text = String(decoding: summary, as: UTF8.self)
    #expect(run.passed == text.components(separatedBy: "\"tipset_key\":").count - 1)
    #expect(run.passed > 100 && run.isGood)
  }

  @Test("changed expectations fail their own tipsets only")
  func changedExpectations() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("fil-chain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    var text = String(decoding: try #require(try Recording.folder.data("summary.json")), as: UTF8.self)
    let changes = [
      (#""base_fee_after":"87500000""#, #""base_fee_after":"87500001""#), (#""exit_code":22"#, #""exit_code":23"#),
      (#""weight_after":"305664""#, #""weight_after":"305665""#),
    ]
    for (recorded, changed) in changes {
      text.replaceSubrange(try #require(text.range(of: recorded), "\(recorded)"), with: changed)
    }
    try Data(text.utf8).write(to: place.appendingPathComponent("summary.json"))
    let name = "chain.car.zst"
    try FileManager.default.createSymbolicLink(
      at: place.appendingPathComponent(name), withDestinationURL: Recording.folder.url.appendingPathComponent(name))
    let run = try run(VectorFolder(place))
    #expect(run.failures.map(\.id) == ["epoch 0", "epoch 39", "epoch 40"])
  }
}
