import FilActors
import FilChain
import FilCore
import FilCrypto
import FilMarket
import FilNet
import FilNode
import FilProofs
import Testing

@Suite("Hostile clients in a local network", .timeLimit(.minutes(15)))
struct HostileClientTests {
  private static let data = Array("what a client wants to keep".utf8)
  private var file: DealFile {
    DealFile(archive: Self.data, root: CID(codec: .raw, hash: .sha256, digest: SHA256.hash(Self.data)))
  }
  /// A peer that does not exist.
  private static let nobody = PeerID(PeerPrivateKey.generate(from: SeededRandom(seed: 99)).publicKey)

  /// A client with money in escrow.
  private func client(in network: LocalNetwork) async throws -> LocalClient {
    let client = try await network.addClient(balance: .fil(10))
    try await client.storage.addEscrow(.fil(5))
    try await network.advance(within: 20) { try client.node.escrow(of: client.address).balance == .fil(5) }
    return client
  }

  @Test("deals whose data never comes do not keep others waiting, and fail when they should have begun")
  func unreachableData() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 11) { [file] network in
      let hostile = try await client(in: network)
      let miner = network.storageMiners[0]
      let honest = try await network.addClient(balance: .fil(10))
      // More than one client's share of the places.
      var bad: [DealUUID] = []
      for number in 0..<6 {
        var params = try hostile.storage.proposal(
          for: file, provider: miner.id, start: network.epoch + 60 + ChainEpoch(number), duration: 600,
          pricePerEpoch: .nanoFIL(1), transfer: hostile.storage.offer(Self.data).transfer)
        let token = TransferParams(url: TransferSource(peer: Self.nobody).url, headers: [:])
        params.transfer = DealTransfer(size: UInt64(Self.data.count), type: "libp2p", params: token.json)
        #expect(try await hostile.storage.propose(params, to: miner.node.host.id).isAccepted)
        bad.append(params.uuid)
      }
      let deal = try await honest.storage.propose(file, to: miner, duration: .days(200))
      try await network.advance(within: 30, until: deal.becomesActive)
      for uuid in bad { #expect(await miner.provider.deal(uuid)?.checkpoint == .accepted) }
      try await network.advance(within: 60) {
        for uuid in bad where await miner.provider.deal(uuid)?.failure == nil { return false }
        return true
      }
    }
  }

  @Test("the same terms are taken once, under whatever number, and again only after they failed")
  func sameTerms() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 12) { [file] network in
      let client = try await client(in: network)
      let miner = network.storageMiners[0]
      let params = try client.storage.proposal(
        for: file, provider: miner.id, start: network.epoch + 20, duration: 600, pricePerEpoch: .nanoFIL(1))
      #expect(try await client.storage.propose(params, to: miner.node.host.id).isAccepted)
      for _ in 0..<3 {
        var again = params
        again.uuid = DealUUID(from: network.environment.random)
        let answer = try await client.storage.propose(again, to: miner.node.host.id)
        #expect(answer == DealResponse(isAccepted: false, message: "deal proposal is identical to deal \(params.uuid)"))
      }
      // The chain knows an account by its number, so that writing it in another way makes no other deal.
      var byNumber = params
      byNumber.uuid = DealUUID(from: network.environment.random)
      byNumber.proposal.proposal.client = Address(id: try #require(try client.node.id(of: client.address)))
      byNumber.proposal.signature = try client.wallet.sign(byNumber.proposal.proposal.cbor, by: client.address)
      #expect(try await client.storage.propose(byNumber, to: miner.node.host.id).message.contains("identical"))
      try await network.advance(epochs: 6)
      let collateral = params.proposal.proposal.providerCollateral
      #expect(try miner.node.escrow(of: Address(id: miner.id)).balance == collateral)
      // A deal that failed before it was on the chain may be tried again.
      var failing = try client.storage.proposal(
        for: file, provider: miner.id, start: network.epoch + 40, duration: 600, pricePerEpoch: .nanoFIL(1),
        transfer: client.storage.offer(Self.data.reversed()).transfer)
      #expect(try await client.storage.propose(failing, to: miner.node.host.id).isAccepted)
      try await network.advance(within: 10) { [failing] in await miner.provider.deal(failing.uuid)?.failure != nil }
      failing.uuid = DealUUID(from: network.environment.random)
      #expect(try await client.storage.propose(failing, to: miner.node.host.id).isAccepted)
    }
  }

  @Test("what is promised for accepted deals counts, so that the same money is not promised again and again")
  func promises() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 13) { [file] network in
      let client = try await client(in: network)
      let miner = network.storageMiners[0]
      func answer(start: ChainEpoch) async throws -> DealResponse {
        let params = try client.storage.proposal(
          for: file, provider: miner.id, start: start, duration: 1_000,
          pricePerEpoch: TokenAmount(atto: 2_000_000_000_000_000))
        return try await client.storage.propose(params, to: miner.node.host.id)
      }
      let start = network.epoch + 40
      #expect(try await answer(start: start).isAccepted)
      #expect(try await answer(start: start + 1).isAccepted)
      let third = try await answer(start: start + 2)
      #expect(!third.isAccepted && third.message.contains("insufficient funds"))
    }
  }

  @Test("data that is longer than the deal's piece is refused, even if it makes the piece that the deal names")
  func tooLong() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 14) { network in
      let client = try await client(in: network)
      let miner = network.storageMiners[0]
      let bytes = [UInt8](repeating: 7, count: 1000)
      let long = DealFile(archive: bytes, root: CID(codec: .raw, hash: .sha256, digest: SHA256.hash(bytes)))
      #expect(long.piece.size == 1024)
      var params = try client.storage.proposal(
        for: long, provider: miner.id, start: network.epoch + 40, duration: 600, pricePerEpoch: .nanoFIL(1))
      params.proposal.proposal.pieceSize = 512
      params.proposal.proposal.providerCollateral = TokenAmount(
        atto: params.proposal.proposal.providerCollateral.atto / 2)
      params.proposal.signature = try client.wallet.sign(params.proposal.proposal.cbor, by: client.address)
      #expect(try await client.storage.propose(params, to: miner.node.host.id).isAccepted)
      await #expect(throws: ImportError.tooLarge(1000, capacity: 508)) {
        try await miner.provider.importData(bytes, for: params.uuid)
      }
      #expect(await miner.provider.deal(params.uuid)?.checkpoint == .accepted)
    }
  }

  @Test("money that was promised to a provider that cannot be reached is free again")
  func unreachableProvider() async throws {
    try await LocalNetwork.run(.oneStorageMiner, seed: 15) { [file] network in
      let client = try await network.addClient(balance: .fil(10))
      let miner = network.storageMiners[0]
      let nowhere = ProviderEndpoint(miner: miner.id, peer: Self.nobody, ask: miner.provider.ask)
      await #expect(throws: ExchangeError.self) {
        try await client.storage.propose(file, to: nowhere, startingAfter: 40, duration: .days(200))
      }
      let fee = try client.node.escrow(of: client.address).balance
      #expect(fee > .zero)
      let deal = try await client.storage.propose(file, to: miner, duration: .days(200))
      #expect(deal.params.proposal.proposal.totalStorageFee == fee)
      #expect(try client.node.escrow(of: client.address).balance == fee)
    }
  }
}
