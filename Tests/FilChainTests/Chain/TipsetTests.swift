import FilChain
import FilCore
import Testing

@Suite("Tipsets", .timeLimit(.minutes(15)))
struct TipsetTests {
  private func block(
    miner: ActorID, ticket: UInt8? = nil, height: ChainEpoch = 5, parents: [UInt8] = [1], messages: CID? = nil
  ) -> BlockHeader {
    let nothing = CID(dagCBOR: [0x80])
    return BlockHeader(
      miner: Address(id: miner), ticket: Ticket(vrfProof: [ticket ?? UInt8(miner)]),
      electionProof: ElectionProof(winCount: Int64(miner), vrfProof: []), beaconEntries: [], winningPoStProof: [],
      parents: parents.map { CID(dagCBOR: [$0]) }, parentWeight: 0, height: height, parentStateRoot: nothing,
      parentMessageReceipts: nothing, messages: messages ?? nothing, blsAggregate: nil,
      timestamp: 100 + UInt64(miner), blockSignature: nil, parentBaseFee: .zero)
  }

  @Test("blocks stand by the digests of their tickets, whatever order they come in")
  func order() throws {
    let blocks = (1...5).map { block(miner: $0) }
    let tipset = try Tipset(blocks)
    let digests = tipset.blocks.compactMap { $0.ticket?.digest }
    #expect(digests == digests.sorted() && digests.count == 5)
    #expect(try Tipset(blocks.reversed()) == tipset)
    #expect(tipset.key.cids == tipset.blocks.map(\.cid))
    #expect(tipset.ticket == tipset.blocks[0].ticket)
    #expect(tipset.timestamp == 101)
    #expect(tipset.winCounts.sorted() == [1, 2, 3, 4, 5])
  }

  @Test("equal tickets are told apart by the blocks' CIDs")
  func equalTickets() throws {
    let blocks = [block(miner: 1, ticket: 9), block(miner: 2, ticket: 9), block(miner: 3, ticket: 9)]
    let cids = try Tipset(blocks).key.cids.map(\.bytes)
    #expect(zip(cids, cids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test("blocks that do not belong together are refused")
  func refusals() {
    var bare = block(miner: 1)
    bare.ticket = nil
    let good = block(miner: 1, ticket: 1)
    #expect(throws: TipsetError.empty) { try Tipset([]) }
    #expect(throws: TipsetError.missingTicket(bare.cid)) { try Tipset([bare]) }
    #expect(throws: TipsetError.repeatedMiner(Address(id: 1))) { try Tipset([good, block(miner: 1, ticket: 2)]) }
    for other in [block(miner: 2, height: 6), block(miner: 2, parents: [1, 2])] {
      #expect(throws: TipsetError.self) { try Tipset([good, other]) }
    }
  }

  @Test("a message in several blocks is executed once, where it stands first; a later nonce waits for it")
  func distinctMessages() throws {
    let chain = ChainStore(blocks: MemoryBlockstore())
    let sender = Address(actorCreatedFrom: [1])
    let message = { (nonce: UInt64) in Message(to: Address(id: 99), from: sender, nonce: nonce) }
    let contents = [[message(3), message(4)], [message(4), message(5)], [message(3)]].map { BlockMessages(bls: $0) }
    var headers: [BlockHeader] = []
    for (index, messages) in contents.enumerated() {
      headers.append(block(miner: ActorID(index + 1), messages: try messages.root))
    }
    for (header, messages) in zip(headers, contents) {
      try chain.put(FullBlock(header: header, messages: messages))
    }
    let tipset = try Tipset(headers)
    #expect(try chain.tipset(tipset.key) == tipset)
    let nonces = try chain.executedMessages(of: tipset).map { $0.map(\.message.nonce) }
    // The first block's first message decides where the sender's nonces begin.
    let inOrder = tipset.blocks.compactMap { header in headers.firstIndex(of: header) }
    var next = try #require(contents[inOrder[0]].bls.first).nonce
    let expected = inOrder.map { index in
      contents[index].bls.map(\.nonce).filter { nonce in
        defer { if nonce == next { next += 1 } }
        return nonce == next
      }
    }
    #expect(nonces == expected)
  }

  @Test("messages of another block are not stored with a header")
  func wrongMessages() throws {
    let chain = ChainStore(blocks: MemoryBlockstore())
    let header = block(miner: 1, messages: try BlockMessages().root)
    let other = BlockMessages(bls: [Message(to: Address(id: 1), from: Address(id: 2))])
    #expect(throws: ChainError(.malformed, "")) { try chain.put(FullBlock(header: header, messages: other)) }
    #expect(throws: ChainError(.store, "")) { try chain.header(header.cid) }
  }

  @Test("arrays that leave out an index, claim another number of elements, or too many, are refused")
  func malformedArrays() throws {
    let store = MemoryBlockstore()
    let receipts = (0..<20).map { Receipt(exitCode: .ok, returnData: [], gasUsed: $0, eventsRoot: nil) }
    let root = try ReceiptArray.store(receipts, in: store)
    #expect(try ReceiptArray.load(root, from: store) == receipts)
    var sparse = AMT(receipts, store: store, configuration: .legacy)
    #expect(try sparse.delete(7))
    let sparseRoot = try sparse.flush()
    let whole = try IPLDNode(cbor: try store.require(root))
    guard case .list(let fields) = whole else { throw ChainError(.malformed, "no root") }
    let claims = [19, 21, Int64.max].map { count in
      Block(dagCBOR: IPLDNode.list([fields[0], .integer(IPLDInteger(UInt64(count))), fields[2]]).cbor)
    }
    try store.put(claims)
    for wrong in claims.map(\.cid) + [sparseRoot] {
      #expect(throws: ChainError(.malformed, "")) { try ReceiptArray.load(wrong, from: store) }
    }
    #expect(throws: ChainError(.store, "")) { try ReceiptArray.load(CID(dagCBOR: [0x05]), from: store) }
  }
}
