import FilActors
import FilChain
import FilCore
import FilCrypto
import FilNode
import FilVM
import Testing

@Suite("Hostile deals on the chain", .timeLimit(.minutes(5)))
struct HostileDealTests {
  private static let bounds = NetworkParameters.local(seed: Bytes32.zero).policy.dealDurationBounds
  /// First and last epochs at the ends of what a number can be.
  private static let terms: [(ChainEpoch, ChainEpoch, ExitCode)] = [
    (.max - bounds.lowerBound, .max, .ok),
    (.max - bounds.upperBound, .max, .ok),
    (.min, .max, .illegalArgument), (.max, .min, .illegalArgument), (0, .max, .illegalArgument),
    (100, 100 + bounds.lowerBound, .ok),
  ]

  @Test("epochs at the ends of what a number can be do not stop the chain")
  func epochs() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { network in
      let client = try await network.addClient(balance: .fil(1000))
      let miner = network.storageMiners[0]
      let provider = Address(id: miner.id)
      try await miner.node.send(
        MessageRequest(
          to: .marketActor, from: miner.miner.worker, value: .fil(10), method: MarketActor.Method.addBalance,
          params: provider.cbor))
      try await network.advance(within: 10) { try miner.node.escrow(of: provider).balance == .fil(10) }
      for (start, end, exitCode) in Self.terms {
        let proposal = DealProposal(
          pieceCID: CID(unsealedCommitment: Bytes32.zero), pieceSize: 2048, isVerified: false, client: client.address,
          provider: provider, label: .text(""), startEpoch: start, endEpoch: end, storagePricePerEpoch: .zero,
          providerCollateral: .fil(1), clientCollateral: .zero)
        let signature = try client.wallet.sign(proposal.cbor, by: client.address)
        let params = PublishStorageDealsParams(
          deals: [ClientDealProposal(proposal: proposal, signature: signature)])
        let message = Message(
          to: .marketActor, from: miner.miner.worker, method: MarketActor.Method.publishStorageDeals,
          params: params.cbor)
        let result = try miner.node.chain.follower.simulate(message)
        #expect(result.receipt.exitCode == exitCode, "\(start)..<\(end): \(result.failure)")
      }
    }
  }
}
