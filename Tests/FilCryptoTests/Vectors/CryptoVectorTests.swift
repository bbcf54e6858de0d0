import FilVectors
import Foundation
import Testing

@Suite("Vector folders", .timeLimit(.minutes(3)))
struct CryptoVectorTests {
  @Test("every case passes", arguments: ["bls12-381", "consensus", "crypto"])
  func passes(kind: String) throws {
    let runner = try #require(VectorKinds.named(kind))
    var run = VectorRun()
    try runner.run(folder(kind), &run)
    #expect(run.failures.prefix(5) == [])
    #expect(run.isGood)
    #expect(run.passed > 0)
  }

  private func folder(_ kind: String) -> VectorFolder {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    return VectorFolder(kind: kind, fallback: tests.appendingPathComponent("Vectors"))
  }
}
