import FilCore
import Testing

@Suite("Values on the wire", .timeLimit(.minutes(15)))
struct WireValueTests {
  private static let message = Message(
    to: Address(id: 1_001), from: Address(id: 1_000), nonce: 7, value: .fil(2), gasLimit: 1_000_000,
    gasFeeCap: .nanoFIL(3), gasPremium: .nanoFIL(1), method: 2, params: [0x80])

  private static let header = BlockHeader(
    miner: Address(id: 1_000), ticket: Ticket(vrfProof: [1, 2]),
    electionProof: ElectionProof(winCount: 2, vrfProof: [3]),
    beaconEntries: [BeaconEntry(round: 9, signature: [4])],
    winningPoStProof: [PoStProof(type: RegisteredPoStProof(.winning, .gib32), bytes: [5])],
    parents: [CID(dagCBOR: [0xf6])], parentWeight: 1_000_000_000_000_000_000_000, height: 12,
    parentStateRoot: CID(dagCBOR: [0x01]), parentMessageReceipts: CID(dagCBOR: [0x02]), messages: CID(dagCBOR: [0x03]),
    blsAggregate: Signature(type: .bls, data: [6]), timestamp: 1_600_000_000,
    blockSignature: Signature(type: .bls, data: [7]), forkSignaling: 1, parentBaseFee: TokenAmount(atto: 100))

  /// A value comes back from its form, and no form with something missing, added or cut off is read.
  private static func check<Value: CBORCodable & Equatable>(_ value: Value) throws {
    let form = value.cbor
    #expect(try Value(cbor: form) == value)
    for count in 0..<form.count { #expect(throws: CBORError.self) { try Value(cbor: Array(form.prefix(count))) } }
    #expect(throws: CBORError(.trailingBytes, at: 0)) { try Value(cbor: form + [0]) }
    if let first = form.first, first >> 5 == 4 {
      #expect(throws: CBORError(.wrongCount, at: 0)) { try Value(cbor: [first + 1] + form.dropFirst() + [0]) }
      var decoder = CBORDecoder(form)
      let count = try decoder.array()
      let rest = Array(form.dropFirst())
      var tail = CBORDecoder(rest)
      try tail.skip()
      #expect(count > 0)
      #expect(throws: CBORError.self) { try Value(cbor: [first - 1] + rest[tail.offset...]) }
    }
  }

  @Test("every value comes back, and nothing else is read")
  func roundTrips() throws {
    try Self.check(Self.message)
    try Self.check(SignedMessage(message: Self.message, signature: Signature(type: .secp256k1, data: [1, 2, 3])))
    try Self.check(Self.header)
    try Self.check(BeaconEntry(round: 1, signature: [2]))
    try Self.check(ElectionProof(winCount: -1, vrfProof: []))
    try Self.check(MessageRoots(bls: CID(dagCBOR: [1]), secp256k1: CID(dagCBOR: [2])))
    try Self.check(PoStProof(type: RegisteredPoStProof(rawValue: 99), bytes: [1]))
    try Self.check(Ticket(vrfProof: [1]))
    try Self.check(Receipt(exitCode: .outOfGas, returnData: [1], gasUsed: 5, eventsRoot: nil))
    try Self.check(Receipt(exitCode: .ok, returnData: [], gasUsed: .max, eventsRoot: CID(dagCBOR: [0x80])))
    try Self.check(SectorID(miner: 1, number: 2))
    try Self.check(PieceInfo(size: 2_048, cid: CID(unsealedCommitment: .zero)))
    try Self.check(
      PoStSector(sealProof: RegisteredSealProof(.v1_1, .kib2), number: 3, sealedCID: CID(sealedCommitment: .zero)))
  }

  @Test("a header with absent fields comes back")
  func absentFields() throws {
    var header = Self.header
    (header.ticket, header.electionProof, header.blsAggregate, header.blockSignature) = (nil, nil, nil, nil)
    try Self.check(header)
    #expect(header.cid != Self.header.cid)
  }

  @Test("a worker signs the header without the signature")
  func signedBytes() throws {
    var unsigned = Self.header
    unsigned.blockSignature = nil
    #expect(Self.header.signedBytes == unsigned.cbor)
    #expect(unsigned.signedBytes == unsigned.cbor)
    #expect(try BlockHeader(cbor: Self.header.signedBytes).blockSignature == nil)
  }

  @Test("a message with a BLS signature is named without it")
  func names() {
    let bls = SignedMessage(message: Self.message, signature: Signature(type: .bls, data: [1]))
    let secp = SignedMessage(message: Self.message, signature: Signature(type: .secp256k1, data: [1]))
    #expect(bls.cid == Self.message.cid)
    #expect(secp.cid == CID(dagCBOR: secp.cbor) && secp.cid != Self.message.cid)
  }

  @Test("signatures of unknown kinds, none, or too many bytes are refused")
  func signatures() {
    #expect(Signature(type: .bls, data: [9]).bytes == [2, 9])
    for bytes in [[], [0], [4, 1]] as [[UInt8]] {
      #expect(throws: CBORError(.invalidValue, at: 0)) { try Signature(cbor: bytes.cbor) }
    }
    let longest = [1] + [UInt8](repeating: 0, count: Signature.maxBytes - 1)
    #expect(throws: Never.self) { try Signature(cbor: longest.cbor) }
    #expect(throws: CBORError(.limitExceeded, at: 0)) { try Signature(cbor: (longest + [0]).cbor) }
  }

  @Test("the key of a tipset is named by its bytes")
  func tipsetKey() {
    let cids = [CID(dagCBOR: [1]), CID(dagCBOR: [2])]
    let key = TipsetKey(cids)
    #expect(key.bytes == cids[0].bytes + cids[1].bytes)
    #expect(key.cid == CID(dagCBOR: key.bytes.cbor))
    #expect(key != TipsetKey(cids.reversed()))
    #expect(key.description == "{\(cids[0]),\(cids[1])}")
  }

  @Test("exit codes are numbers")
  func exitCodes() throws {
    #expect(ExitCode.ok.isSuccess && !ExitCode.outOfGas.isSuccess)
    #expect(ExitCode.outOfGas.description == "7")
    #expect(try ExitCode(cbor: ExitCode(rawValue: .max).cbor).rawValue == .max)
    #expect(throws: CBORError(.integerOutOfRange, at: 0)) { try ExitCode(cbor: (UInt64(1) << 32).cbor) }
  }
}
