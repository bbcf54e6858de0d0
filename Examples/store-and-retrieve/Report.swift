import FilActors
import FilChain
import FilCore
import FilMarket
import FilMiner
import FilNode
import FilProofs

/// The closing table: what has happened, row by row. A new row is a line in `rows`.
struct Report {
  private let steps: Steps
  private let deal: StorageDeal
  private let state: DealState
  private let proof: Steps.Audit.Finding
  private let status: DealStatus
  private let ledger: Ledger
  private let head: Tipset
  private let nodes: [Node]

  init(
    _ steps: Steps, _ deal: StorageDeal, _ state: DealState, _ proof: Steps.Audit.Finding, _ network: LocalNetwork
  ) async throws {
    self.steps = steps
    self.deal = deal
    self.state = state
    self.proof = proof
    status = try await deal.status()
    nodes = network.nodes
    ledger = try Ledger(steps.miner.node)
    head = try steps.miner.node.chain.follower.head()
  }

  private var rows: [(String, String)] {
    get throws {
      let (miner, client) = (steps.miner, steps.client)
      let terms = deal.params.proposal.proposal
      let clientEscrow = try client.node.escrow(of: client.address)
      let minerEscrow = try miner.node.escrow(of: Address(id: miner.id))
      return [
        ("root", "\(deal.params.root)"),
        ("piece", "\(terms.pieceCID), \(terms.pieceSize) bytes"),
        (
          "deal",
          "\(status.chainDealID), epochs \(terms.startEpoch) to \(terms.endEpoch), \(terms.totalStorageFee) in all"
        ),
        ("published by", status.publishCID.map { "\($0)" } ?? "nobody"),
        (
          "sector",
          "\(state.sector) of \(ActorNames.text(Address(id: miner.id))), started at epoch \(state.sectorStartEpoch)"
        ),
        ("sealed as", miner.miner.prover.sectors[state.sector].map { "\($0.commitments.sealedCID)" } ?? "lost"),
        ("seal proof", "\(ledger.sealProofBytes) bytes, verified by the chain"),
        (
          "window PoSt",
          "\(proof.proof.proofs.first?.bytes.count ?? 0) bytes, challenge of epoch \(proof.challenge), verifies"
        ),
        (
          "messages",
          "\(ledger.entries.count) in \(ledger.blockCount) blocks, \(ledger.gasUsed) gas without computation"
        ),
        ("client", "\(try client.node.chain.account(of: client.address)?.balance ?? .zero)"),
        ("client escrow", "\(clientEscrow.balance), \(clientEscrow.locked) of it locked"),
        ("worker", "\(try miner.node.chain.account(of: miner.miner.worker)?.balance ?? .zero)"),
        ("miner", "\(try miner.node.chain.account(of: Address(id: miner.id))?.balance ?? .zero)"),
        ("miner escrow", "\(minerEscrow.balance), \(minerEscrow.locked) of it locked"),
        ("nodes agree", try nodes.allSatisfy { try $0.chain.follower.head() == head } ? "yes" : "no"),
        ("epoch", "\(head.epoch)"),
      ]
    }
  }

  /// Prints the messages, the table, the times and the head.
  func print(_ stopwatch: Stopwatch, _ print: (String) -> Void) throws {
    print("")
    let client = steps.client.address
    let faucet = ledger.entries.first { $0.message.to == client }?.message.from
    let names = ActorNames(
      client: client, faucet: faucet, worker: steps.miner.miner.worker, miner: steps.miner.id)
    for entry in ledger.entries { print(entry.line(names)) }
    print("")
    for (name, value) in try rows { print(Self.line(name, value, width: 14)) }
    print("")
    for (step, seconds) in stopwatch.rows { print(Self.line(step, seconds, width: 40)) }
    print("")
    print("head: \(head.key.cids.map(\.description).joined(separator: ", "))")
  }

  private static func line(_ name: String, _ value: String, width: Int) -> String {
    name + String(repeating: " ", count: max(1, width - name.count)) + value
  }
}
