import FilChain
import FilCore
import FilProofs
import FilStore
import FilVM
import FilVectors
import Foundation
import Testing

/// Executes those tipsets of a recorded chain that hold no messages: rewards and the work at the end of epochs.
///
/// Messages cost other gas here than in the recording, so that the states after them differ.
@Suite("Recorded tipsets without messages", .timeLimit(.minutes(10)))
struct RecordedExecutionTests {
  private static let folder = ProcessInfo.processInfo.environment["FIL_VECTORS"].map {
    URL(fileURLWithPath: $0).appendingPathComponent("lotus-devnet")
  }

  @Test("lead to the recorded states", .enabled(if: folder != nil, "needs $FIL_VECTORS"))
  func leadToTheRecordedStates() throws {
    let folder = try #require(Self.folder)
    let snapshot = try SnapshotBlockstore(path: folder.appendingPathComponent("chain.car.zst").path)
    let summary = try #require(try VectorFolder(folder).document("summary.json"))
    let epochs = try summary.requireArray("epochs")
    var parameters = NetworkParameters.devnet
    parameters.blockDelay = 30
    let executor = TipsetExecutor(
      parameters: parameters, store: BufferedBlockstore(over: snapshot), proofs: VanillaProofs())
    var count = 0
    for (parent, tipset) in zip(epochs, epochs.dropFirst()) {
      guard tipset["messages_executed"]?.array?.isEmpty == true else { continue }
      let blocks = try tipset.requireArray("blocks").map {
        RewardedBlock(
          miner: try $0.address("miner"), winCount: try $0.requireInteger("win_count"), messages: [])
      }
      let input = TipsetInput(
        epoch: try tipset.requireInteger("epoch"), parentEpoch: try parent.requireInteger("epoch"),
        parentState: try tipset.require("parent_state_root").cid(), baseFee: try tipset.amount("parent_base_fee"),
        blocks: blocks)
      let executed = try executor.execute(input, randomness: NoRandomness())
      #expect(executed.outcome.stateRoot == (try tipset.require("state_root_after").cid()), "epoch \(input.epoch)")
      #expect(
        executed.outcome.receiptsRoot == (try tipset.require("receipts_root_after").cid()), "epoch \(input.epoch)")
      count += 1
    }
    #expect(count > 20)
  }
}

private struct NoRandomness: ChainRandomness {
  func ticketDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 { throw VMError(.parameter, "none") }
  func beaconDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 { throw VMError(.parameter, "none") }
}
