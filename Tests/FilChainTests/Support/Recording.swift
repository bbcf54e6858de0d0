import FilChain
import FilCore
import FilStore
import FilVectors
import Foundation
import Testing

/// The recorded chain of Lotus, shared by the tests of this target.
struct Recording {
  let recording: DevnetRecording
  var chain: ChainStore<SnapshotBlockstore> { recording.chain }
  var parameters: NetworkParameters { recording.parameters }

  /// The folder: below `$FIL_VECTORS` if that is set, else the repository's own.
  static let folder = VectorFolder(
    kind: "lotus-devnet",
    fallback: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Vectors"))

  /// The recording is read once: it is a value, and its store takes no writes.
  private static let shared = Result { try DevnetRecording(folder) }

  init() throws {
    recording = try #require(try Recording.shared.get(), "the recorded chain")
  }

  /// The epochs that have tipsets.
  func epochs() throws -> [ChainEpoch] {
    try recording.epochs.map { try $0.requireInteger("epoch") }
  }

  /// The tipset of an epoch, and what its parents' messages came to.
  func tipset(_ epoch: ChainEpoch) throws -> (tipset: Tipset, parentOutcome: TipsetOutcome) {
    let index = try #require(try epochs().firstIndex(of: epoch))
    let outcome = try recording.outcome(recording.epochs[max(0, index - 1)])
    return (try recording.tipset(recording.epochs[index]), try #require(outcome))
  }

  /// The block of an epoch, and what its parents' messages came to.
  func block(_ epoch: ChainEpoch) throws -> (block: FullBlock, parentOutcome: TipsetOutcome) {
    let (tipset, outcome) = try tipset(epoch)
    return (try chain.fullBlock(tipset.key.cids[0]), outcome)
  }
}
