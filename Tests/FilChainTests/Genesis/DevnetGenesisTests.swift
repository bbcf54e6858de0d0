import FilChain
import FilCore
import FilProofs
import FilStore
import FilVectors
import Foundation
import Testing

/// The recorded genesis of a network of Lotus.
private let snapshotPath = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Vectors/lotus-devnet/genesis.car.zst").path

@Suite("Genesis as Lotus makes it", .timeLimit(.minutes(15)))
struct DevnetGenesisTests {
  @Test("what chance decided leads to the recorded state root and genesis CID")
  func arrivesAtTheRecordedGenesis() throws {
    let recorded = try RecordedGenesis(try SnapshotBlockstore(path: snapshotPath))
    let builder = try GenesisBuilder(
      recorded.template, parameters: recorded.parameters, store: MemoryBlockstore(), proofs: VanillaProofs())
    let header = try builder.build()
    #expect(header.parentStateRoot == recorded.header.parentStateRoot)
    #expect(header == recorded.header)
    #expect("\(header.cid)" == "bafy2bzacecge7rl3ve35ete3mc6hfvmsnoxo3tybodx4ddkxbiztw7xfmvwkk")
  }
}
