import FilCore

/// Values that look like those of the chain, the same in every run.
enum Samples {
  static func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  static func digest(_ seed: UInt64) -> Bytes32 { BLAKE2b.hash256(bytes(32, seed: seed)) }

  static func message(_ nonce: UInt64) -> Message {
    Message(
      to: Address(id: 1_000 + nonce), from: Address(actorCreatedFrom: bytes(20, seed: nonce)), nonce: nonce,
      value: TokenAmount(atto: BigInt(123_456_789_000_000_000)), gasLimit: 12_345_678, gasFeeCap: .nanoFIL(3),
      gasPremium: .nanoFIL(1), method: 5, params: bytes(64, seed: nonce))
  }

  static func header(_ height: ChainEpoch) -> BlockHeader {
    let links = (0..<8).map { CID(dagCBOR: bytes(8, seed: $0)) }
    return BlockHeader(
      miner: Address(id: 1_000), ticket: Ticket(vrfProof: bytes(96)),
      electionProof: ElectionProof(winCount: 1, vrfProof: bytes(96, seed: 2)),
      beaconEntries: [BeaconEntry(round: 1_234_567, signature: bytes(48, seed: 3))],
      winningPoStProof: [PoStProof(type: RegisteredPoStProof(.winning, .gib32), bytes: bytes(192, seed: 4))],
      parents: Array(links[..<5]), parentWeight: 123_456_789_012_345, height: height, parentStateRoot: links[5],
      parentMessageReceipts: links[6], messages: links[7],
      blsAggregate: Signature(type: .bls, data: bytes(96, seed: 5)), timestamp: 1_700_000_000,
      blockSignature: Signature(type: .bls, data: bytes(96, seed: 6)), parentBaseFee: TokenAmount(atto: 100))
  }

  /// The nodes of a map from addresses to what an actor is in the state tree: two links, a number, an amount, null.
  static func stateNodes() throws -> [[UInt8]] {
    let store = MemoryBlockstore()
    var actors = HAMTMap<Address, RawCBOR, MemoryBlockstore>(store: store)
    for id in 1_000..<6_000 as Range<UInt64> {
      var encoder = CBOREncoder()
      encoder.tuple(CID(dagCBOR: [1]), CID(dagCBOR: id.cbor), id, TokenAmount.nanoFIL(Int64(id)), Address?.none)
      try actors.set(Address(id: id), to: RawCBOR(encoder.bytes))
    }
    _ = try actors.flush()
    return store.all.map(\.bytes)
  }

  /// What others are timed on.
  static var files: [(name: String, bytes: [UInt8])] {
    [("message.cbor", message(7).cbor), ("header.cbor", header(7).cbor)]
  }
}
