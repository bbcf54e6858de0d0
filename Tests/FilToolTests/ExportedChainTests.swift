import FilChain
import FilCore
import FilStore
import Foundation
import Testing

@Suite("Exported chains", .timeLimit(.minutes(15)))
struct ExportedChainTests {
  private static let recorded = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Vectors/lotus-devnet/chain.car.zst").path

  @Test("the tool lists and verifies what was exported to a file")
  func listAndVerify() throws {
    try withTemporaryFolder { folder in
      let store = try SnapshotBlockstore(path: Self.recorded)
      let chain = ChainStore(blocks: store)
      let path = folder + "/chain.car"
      var file = try FileSink(path: path)
      let exported = try ChainExport(chain, parameters: .devnet)
        .write(upTo: try chain.tipset(TipsetKey(store.roots)), to: &file)
      try file.finish()
      let list = ToolRun("chain", "ls", path)
      #expect(list.errors.isEmpty && list.status == 0)
      #expect(list.lines.count == 113)
      #expect(list.lines[0].hasPrefix("119 "))
      #expect(!list.lines.contains { $0.contains(" - ") })
      #expect(list.lines[111] == "111 tipsets back to the genesis \(exported.genesis.cid)")
      // Two blocks are the code of contracts.
      #expect(
        list.lines[112]
          == "checked: \(exported.blocks) blocks have their CIDs, \(exported.blocks - 2) of DAG-CBOR encode to the same bytes again"
      )
      let verify = try #require(try ToolRun("car", "verify", path, "--json").objects().first)
      #expect(verify["blocks"] as? Int == exported.blocks)
      #expect(verify["missingRoots"] as? [String] == [])
      #expect(verify["roots"] as? [String] == store.roots.map(\.description))
    }
  }
}
