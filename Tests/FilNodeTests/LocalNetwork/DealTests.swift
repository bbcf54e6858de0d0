import FilActors
import FilChain
import FilCore
import FilMarket
import FilNet
import FilNode
import Testing

@Suite("Deals in a local network", .timeLimit(.minutes(15)))
struct DealTests {
  private let data = Array("what a client wants to keep".utf8)
  private var root: CID { CID(codec: .raw, hash: .sha256, digest: SHA256.hash(data)) }

  @Test("a proposal becomes a deal that is active on the chain", arguments: [true, false])
  func dealBecomesActive(transfersData: Bool) async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { [data, root] network in
      let client = try await network.addClient(balance: .fil(10))
      let miner = network.nodes[0]
      try await miner.send(
        MessageRequest(
          to: .marketActor, from: miner.miners[0].worker, value: .fil(100), method: MarketActor.Method.addBalance,
          params: Address(id: 1000).cbor))
      try await client.storage.addEscrow(.fil(5), from: client.address)
      try await network.advance(within: 20) { try client.node.escrow(of: client.address).balance == .fil(5) }
      let params = try client.storage.proposal(
        for: data, root: root, client: client.address, provider: 1000, start: network.epoch + 40, duration: 600,
        pricePerEpoch: .nanoFIL(1), transfer: transfersData ? client.offer(data) : nil)
      let answer = try await client.storage.propose(params, to: miner.host.id)
      #expect(answer == DealResponse(isAccepted: true))
      let provider = miner.storageProviders[0]
      if !transfersData {
        await #expect(throws: ImportError.self) { try await provider.importData([1, 2, 3], for: params.uuid) }
        try await provider.importData(data, for: params.uuid)
      }
      try await network.advance(within: 30) {
        await provider.deal(params.uuid)?.checkpoint == .complete
      }
      let deal = try #require(await provider.deal(params.uuid))
      #expect(deal.failure == nil)
      let state = try client.node.dealState(try #require(deal.dealID))
      #expect(state?.sector == 2)
      let status = try await client.storage.status(of: params.uuid, client: client.address, from: miner.host.id)
      #expect(status.status?.checkpoint == "Complete")
      #expect(status.status?.chainDealID == deal.dealID)
    }
  }

  @Test("what a provider does not take is refused with its reason")
  func refusals() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 6) { [data, root] network in
      let client = try await network.addClient(balance: .fil(10))
      let peer = network.nodes[0].host.id
      func answer(start: ChainEpoch, _ change: (inout DealParams) -> Void = { _ in }) async throws -> String {
        var params = try client.storage.proposal(
          for: data, root: root, client: client.address, provider: 1000, start: start, duration: 600,
          pricePerEpoch: .nanoFIL(1))
        change(&params)
        let answer = try await client.storage.propose(params, to: peer)
        #expect(!answer.isAccepted)
        return answer.message
      }
      let start = network.epoch + 40
      #expect(try await answer(start: start).contains("insufficient funds in escrow"))
      #expect(try await answer(start: 0).contains("already elapsed"))
      #expect(try await answer(start: start) { $0.proposal.proposal.endEpoch += 1 }.contains("invalid signature"))
    }
  }
}
