import FilActors
import FilChain
import FilCore
import FilNode

/// The messages of a chain with what came of them.
struct Ledger {
  /// A message that was executed.
  struct Entry {
    let epoch: ChainEpoch
    let message: Message
    let receipt: Receipt

    func line(_ names: ActorNames) -> String {
      "epoch \(epoch): \(MessageName.of(message)) from \(names[message.from]) to \(names[message.to]), "
        + "\(receipt.gasUsed) gas, exit code \(receipt.exitCode)"
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var blockCount = 0

  /// Reads the chain of a node's head.
  init(_ node: Node) throws {
    let chain = node.chain.chain
    var tipset = try node.chain.follower.head()
    while tipset.epoch > 0 {
      blockCount += tipset.blocks.count
      let messages = try chain.executedMessages(of: tipset).flatMap { $0 }
      let receipts = try node.chain.follower.receipts(of: tipset)
      let executed = zip(messages, receipts).map {
        Entry(epoch: tipset.epoch, message: $0.message, receipt: $1)
      }
      entries = executed + entries
      tipset = try chain.parent(of: tipset)
    }
  }

  /// The gas of all messages.
  var gasUsed: Int64 { entries.reduce(0) { $0 + $1.receipt.gasUsed } }

  /// The size of the proof in the message that proved a seal.
  var sealProofBytes: Int {
    let message = entries.first { $0.message.method == MinerActor.Method.proveCommitSectors3 }?.message
    let params = message.flatMap { try? ProveCommitSectors3Params(cbor: $0.params) }
    return params?.proofs.first?.count ?? 0
  }
}
