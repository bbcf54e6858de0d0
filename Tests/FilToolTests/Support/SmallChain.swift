import FilChain
import FilCore
import FilStore
import Foundation

/// A chain of three tipsets with messages and a state, in a snapshot file.
struct SmallChain {
  let store = MemoryBlockstore()
  let stateRoot: CID
  private(set) var tipsets: [[Block]] = []

  /// A chain over a state whose root `makeState` stores.
  init(state makeState: (MemoryBlockstore) throws -> CID) throws {
    stateRoot = try makeState(store)
    try append(height: 0, miners: [0], messages: (0, 0))
    try append(height: 1, miners: [1000], messages: (2, 9))
    try append(height: 4, miners: [1001, 1000], messages: (30, 1))
  }

  private mutating func append(height: ChainEpoch, miners: [ActorID], messages: (bls: Int, secp256k1: Int)) throws {
    let roots = MessageRoots(bls: try array(messages.bls), secp256k1: try array(messages.secp256k1))
    let messages = Block(dagCBOR: roots.cbor)
    let receipts = Block(dagCBOR: [0x80])
    let blocks = miners.map { miner in
      let header = BlockHeader(
        miner: Address(id: miner), ticket: Ticket(vrfProof: [UInt8(truncatingIfNeeded: miner)]), electionProof: nil,
        beaconEntries: [], winningPoStProof: [],
        parents: tipsets.last?.map(\.cid) ?? [CID(dagCBOR: [0xf6])], parentWeight: .zero, height: height,
        parentStateRoot: stateRoot, parentMessageReceipts: receipts.cid, messages: messages.cid, blsAggregate: nil,
        timestamp: 1_598_306_400 + UInt64(height) * 30, blockSignature: nil, parentBaseFee: .zero)
      return Block(dagCBOR: header.cbor)
    }
    try store.put(blocks + [messages, receipts])
    // A tipset is in the order of its tickets.
    tipsets.append(
      try Tipset(blocks.map { try BlockHeader(cbor: $0.bytes) }).key.cids.map { cid in
        Block(cid: cid, bytes: try store.require(cid))
      })
  }

  private func array(_ count: Int) throws -> CID {
    let cids = (0..<count).map { CID(dagCBOR: UInt64($0).cbor) }
    var array = AMT(cids, store: store, configuration: .legacy)
    return try array.flush()
  }

  /// Writes the blocks but those left out.
  func write(to path: String, without left: Set<CID> = [], and extra: [Block] = []) throws {
    let sink = try FileSink(path: path)
    var writer = try CARWriter(roots: tipsets.last?.map(\.cid) ?? [], to: sink)
    for block in store.all where !left.contains(block.cid) { try writer.write(block) }
    for block in extra { try writer.write(block) }
    try sink.finish()
  }
}
