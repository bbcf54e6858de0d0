import FilActors
import FilChain
import FilCore
import FilMarket
import FilNet
import FilNode
import Testing

@Suite("Deals in a local network", .timeLimit(.minutes(15)))
struct DealTests {
  private static let data = Array("what a client wants to keep".utf8)
  private var file: DealFile {
    DealFile(archive: Self.data, root: CID(codec: .raw, hash: .sha256, digest: SHA256.hash(Self.data)))
  }

  @Test("a proposal becomes a deal that is active on the chain, within 30 epochs")
  func dealBecomesActive() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { [file] network in
      let client = try await network.addClient(balance: .fil(10))
      let start = network.epoch
      let deal = try await client.storage.propose(file, to: network.storageMiners[0], duration: .days(200))
      #expect(try await !deal.isActive())
      try await network.advance(within: 30, until: deal.becomesActive)
      #expect(network.epoch <= start + 30)
      let status = try await deal.status()
      #expect(status.error.isEmpty)
      let state = try client.node.dealState(status.chainDealID)
      #expect(state?.sector == 2)
      let escrow = try client.node.escrow(of: client.address)
      #expect(escrow.locked == deal.params.proposal.proposal.totalStorageFee)
      #expect(escrow.balance == escrow.locked)
      let provider = try network.storageMiners[0].node.escrow(of: Address(id: 1000))
      #expect(provider.locked == deal.params.proposal.proposal.providerCollateral)
    }
  }

  @Test("two deals that are proposed at once are paid for both")
  func twoDeals() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 8) { [file] network in
      let client = try await network.addClient(balance: .fil(10))
      let other = try await client.importFile(Array("another file".utf8))
      async let first = client.storage.propose(file, to: network.storageMiners[0], duration: .days(200))
      async let second = client.storage.propose(other, to: network.storageMiners[0], duration: .days(201))
      let deals = try await [first, second]
      for deal in deals { try await network.advance(within: 40, until: deal.becomesActive) }
      let fees = deals.reduce(TokenAmount.zero) { $0 + $1.params.proposal.proposal.totalStorageFee }
      #expect(try client.node.escrow(of: client.address).locked == fees)
    }
  }

  @Test("data that comes by other means than a transfer is taken if it is the deal's")
  func offlineDeal() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 5) { [file] network in
      let client = try await network.addClient(balance: .fil(10))
      let miner = network.storageMiners[0]
      try await client.storage.addEscrow(.fil(5))
      try await network.advance(within: 20) { try client.node.escrow(of: client.address).balance == .fil(5) }
      let params = try client.storage.proposal(
        for: file, provider: miner.id, start: network.epoch + 40, duration: 600, pricePerEpoch: .nanoFIL(1))
      #expect(try await client.storage.propose(params, to: miner.node.host.id) == DealResponse(isAccepted: true))
      await #expect(throws: ImportError.self) { try await miner.provider.importData([1, 2, 3], for: params.uuid) }
      try await miner.provider.importData(Self.data, for: params.uuid)
      try await network.advance(within: 30) { await miner.provider.deal(params.uuid)?.checkpoint == .complete }
      let status = try await client.storage.status(of: params.uuid, from: miner.node.host.id)
      #expect(status.status?.error.isEmpty == true)
      #expect(status.status?.checkpoint == "Complete")
    }
  }

  @Test("data of another piece fails the deal with its reason")
  func otherData() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 9) { [file] network in
      let client = try await network.addClient(balance: .fil(10))
      let miner = network.storageMiners[0]
      try await client.storage.addEscrow(.fil(5))
      try await network.advance(within: 20) { try client.node.escrow(of: client.address).balance == .fil(5) }
      let altered = Self.data.map { $0 ^ 1 }
      let params = try client.storage.proposal(
        for: file, provider: miner.id, start: network.epoch + 40, duration: 600, pricePerEpoch: .nanoFIL(1),
        transfer: client.storage.offer(altered).transfer)
      #expect(try await client.storage.propose(params, to: miner.node.host.id).isAccepted)
      try await network.advance(within: 10) { await miner.provider.deal(params.uuid)?.failure != nil }
      let found = DealFile(archive: altered, root: file.root).piece.cid
      let status = try await client.storage.status(of: params.uuid, from: miner.node.host.id)
      let reason = try #require(status.status?.error)
      #expect(reason.contains("\(found)") && reason.contains("\(file.piece.cid)"), "\(reason)")
      #expect(status.status?.publishCID == nil)
    }
  }

  @Test("what a provider does not take is refused with its reason")
  func refusals() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 6) { [file] network in
      let client = try await network.addClient(balance: .fil(10))
      let peer = network.nodes[0].host.id
      func answer(start: ChainEpoch, _ change: (inout DealParams) -> Void = { _ in }) async throws -> String {
        var params = try client.storage.proposal(
          for: file, provider: 1000, start: start, duration: 600, pricePerEpoch: .nanoFIL(1))
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

  @Test("a client learns why it has no deal")
  func refusedClient() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 10) { [file] network in
      let client = try await network.addClient(balance: .fil(10))
      let miner = network.storageMiners[0]
      let refusal = await #expect(throws: DealError.self) {
        try await client.storage.propose(file, to: miner, duration: .days(2_000))
      }
      #expect(refusal?.code == .refused)
      #expect(client.node.transfers.count == 0)
      let poor = try await network.addClient(balance: .nanoFIL(1))
      await #expect(throws: SendError.self) {
        try await poor.storage.propose(
          file, to: miner.endpoint, startingAfter: 40, duration: .days(200), pricePerEpoch: .fil(1))
      }
    }
  }
}
