import FilCore

private let addresses = [
  Address(id: 1_000), Address(actorCreatedFrom: [1]),
  Address(namespace: 10, subaddress: [UInt8](repeating: 7, count: 20)),
  Address(namespace: 32, subaddress: [1, 2]), Address(blsPublicKey: [UInt8](repeating: 3, count: 48)),
].compactMap(\.self)
private let message = Message(
  to: Address(id: 1), from: addresses[1], nonce: 300, value: .fil(5), method: 2, params: [0x80])
private let cid = CID(dagCBOR: [0xf6])
private let header = BlockHeader(
  miner: Address(id: 1_000), ticket: Ticket(vrfProof: [1, 2]), electionProof: ElectionProof(winCount: 2, vrfProof: [3]),
  beaconEntries: [BeaconEntry(round: 9, signature: [4])],
  winningPoStProof: [PoStProof(type: RegisteredPoStProof(.winning, .gib32), bytes: [5])], parents: [cid, cid],
  parentWeight: 1_000, height: 12, parentStateRoot: cid, parentMessageReceipts: cid, messages: cid,
  blsAggregate: Signature(type: .bls, data: [6]), timestamp: 1_600_000_000, blockSignature: nil,
  parentBaseFee: TokenAmount(atto: 100))

let chainTargets = [
  FuzzTarget("address", addresses.map(\.bytes)) { try Address(bytes: $0).bytes },
  FuzzTarget("address-text", addresses.map { Array($0.description.utf8) }) {
    let text = String(decoding: $0, as: UTF8.self)
    let address = try Address(text: text)
    // Numbers may have leading zeros.
    return Address(address.description) == address ? nil : []
  },
  // Numbers inside may have leading zeros, so messages and headers have more than one form.
  FuzzTarget("message", [message.cbor]) {
    _ = try Message(cbor: $0).cid
    return nil
  },
  FuzzTarget("signed-message", [SignedMessage(message: message, signature: Signature(type: .bls, data: [1])).cbor]) {
    _ = try SignedMessage(cbor: $0).cid
    return nil
  },
  FuzzTarget("block-header", [header.cbor]) {
    _ = try BlockHeader(cbor: $0).signedBytes
    return nil
  },
  FuzzTarget("receipt", [Receipt(exitCode: .ok, returnData: [1], gasUsed: 9, eventsRoot: cid).cbor]) {
    try Receipt(cbor: $0).cbor
  },
]
