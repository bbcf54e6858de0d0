import FilActors
import FilChain
import FilCore
import FilCrypto
import FilMiner
import FilProofs
import FilVM
import Testing

@Suite("Mining", .timeLimit(.minutes(15)))
struct MiningTests {
  @Test("a second node accepts each block and agrees on every state")
  func secondNodeAgrees() throws {
    let miner = try MiningNode(seed: 7, miners: 1)
    let other = try miner.follower(on: MemoryBlockstore())
    var blocks = 0
    for _ in 1...60 {
      for block in try miner.advance() {
        blocks += 1
        let theirs = try #require(try other.accept(block))
        #expect(theirs == (try miner.follower.head()))
        #expect(try other.outcome(of: theirs) == miner.follower.outcome(of: theirs))
      }
    }
    #expect(blocks >= 55)
  }

  @Test("a deal's sector is sealed, proven and active, and passes a window PoSt")
  func dealBecomesActive() async throws {
    let network = try MiningNode(seed: 3, miners: 1)
    let other = try network.follower(on: MemoryBlockstore())
    let node = network.node
    let miner = network.miners[0]
    func advance(until isDone: () async throws -> Bool, within limit: Int) async throws {
      for _ in 0..<limit {
        if try await isDone() { return }
        for block in try network.advance() { try other.accept(block) }
      }
      Issue.record("not done within \(limit) epochs")
    }
    func send(_ request: MessageRequest) async throws -> Receipt {
      let signed = try node.send(request)
      var found: Receipt?
      try await advance(
        until: {
          found = try network.follower.receipt(of: signed.chainCID, searching: 50)?.receipt
          return found != nil
        }, within: 20)
      return try #require(found)
    }
    // Escrow of both, then the deal.
    for (from, owner) in [(network.client, network.client), (miner.worker, Address(id: miner.id))] {
      let receipt = try await send(
        MessageRequest(
          to: .marketActor, from: from, value: .fil(100), method: MarketActor.Method.addBalance, params: owner.cbor))
      #expect(receipt.exitCode == .ok)
    }
    let data = Array("the bytes of a file".utf8)
    let piece = PieceCommitment.of(data)
    let start = try network.follower.head().epoch + 40
    let proposal = DealProposal(
      pieceCID: piece.cid, pieceSize: piece.size.rawValue, isVerified: false, client: network.client,
      provider: Address(id: miner.id), label: .text("label"), startEpoch: start, endEpoch: start + 600,
      storagePricePerEpoch: TokenAmount(atto: 1_000), providerCollateral: .fil(1), clientCollateral: .zero)
    let signature = try network.wallet.sign(proposal.cbor, by: network.client)
    let published = try await send(
      MessageRequest(
        to: .marketActor, from: miner.worker, method: MarketActor.Method.publishStorageDeals,
        params: PublishStorageDealsParams(deals: [ClientDealProposal(proposal: proposal, signature: signature)]).cbor))
    #expect(published.exitCode == .ok)
    let deal = try #require(try PublishStorageDealsReturn(cbor: published.returnData).ids.first)
    // The sector.
    var builder = try SectorBuilder(
      SectorID(miner: miner.id, number: 2), sealProof: RegisteredSealProof(.v1_1, .kib2),
      storage: InMemorySectorStorage())
    let info = PieceInfo(size: piece.size.rawValue, cid: piece.cid)
    try builder.add(data, expected: info)
    let work = ThreadWorkPool(width: 1)
    var job = SectorJob(
      builder, deals: [DealPiece(deal: deal, piece: info, end: proposal.endEpoch)], worker: miner.worker, node: node,
      prover: miner.prover)
    try await advance(
      until: {
        _ = try await job.advance(on: work)
        if case .active = job.phase { return true }
        if case .failed(let reason) = job.phase { throw MinerError(.proofs, reason) }
        return false
      }, within: 30)
    let market = try node.headState().state(MarketState.self, of: SingletonActors.market)
    let state = try AMT<DealState, _>(root: market.states, store: node.chain.blocks).get(deal)
    #expect(state?.sector == 2)
    // Its window PoSt.
    let before = try node.headState().state(PowerState.self, of: SingletonActors.power).totalRawBytePower
    try await advance(
      until: {
        try node.headState().state(PowerState.self, of: SingletonActors.power).totalRawBytePower > before
      }, within: 300)
  }
}
