import FilTesting
import Foundation
import Testing

@Suite("Reading state", .timeLimit(.minutes(15)))
struct ReadingStateTests {
  @Test("the power of a miner", .localNetwork(.oneStorageMiner, seed: 7))
  func power() async throws {
    let network = try LocalNetwork.current
    let (node, miner) = (network.nodes[0], network.storageMiners[0])
    let tree = try node.chain.headState()
    let power = try tree.state(PowerState.self, of: SingletonActors.power)
    let claim = try power.claim(of: Address(id: miner.id), in: tree.store)
    print(claim?.rawBytePower ?? 0, power.totalRawBytePower)
    #expect(claim?.rawBytePower == BigInt(2 * 2048))
    #expect(power.totalRawBytePower == BigInt(2 * 2048))
  }

  @Test("is done as the guide says")
  func guide() throws {
    let here = URL(fileURLWithPath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let guide = try String(contentsOf: root.appendingPathComponent("Docs/reading-state.md"), encoding: .utf8)
    let shown = try #require(guide.components(separatedBy: "```swift\n").dropFirst().first)
    let lines = try #require(shown.components(separatedBy: "```").first).split(separator: "\n")
    let source = try String(contentsOf: here, encoding: .utf8).split(separator: "\n").map {
      $0.trimmingPrefix { $0 == " " }
    }
    let start = try #require(source.firstIndex(of: lines[0]))
    #expect(lines.count == 4 && source[start...].prefix(4).elementsEqual(lines))
  }
}
