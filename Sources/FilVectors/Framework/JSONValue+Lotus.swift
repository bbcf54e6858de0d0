package import FilCore

/// Values as Lotus writes them in JSON: base64 for bytes, decimal text for amounts, `{"/": ...}` for links.
extension JSONValue {
  /// The bytes that base64 text stands for.
  func base64() throws -> [UInt8] {
    let digits = string?.prefix { $0 != "=" }
    guard let digits, let bytes = try? BaseEncoding.base64.decode(digits) else { throw VectorError("no base64 text") }
    return bytes
  }

  /// The bytes under a name; none if it is null.
  func base64(_ name: String) throws -> [UInt8] {
    try self[name]?.base64() ?? []
  }

  /// The address under a name.
  package func address(_ name: String) throws -> Address {
    try Address(text: try requireString(name))
  }

  /// The big integer under a name.
  func bigInt(_ name: String) throws -> BigInt {
    guard let value = BigInt(try requireString(name)) else { throw VectorError("field '\(name)' is no integer") }
    return value
  }

  /// The amount in attoFIL under a name.
  package func amount(_ name: String) throws -> TokenAmount {
    TokenAmount(atto: try bigInt(name))
  }

  /// The link under a name.
  package func link(_ name: String) throws -> CID {
    try CID(text: try require(name).requireString("/"))
  }

  /// The signature under a name.
  func signature(_ name: String) throws -> Signature {
    let value = try require(name)
    guard let type = SignatureType(rawValue: try value.requireInteger("Type")) else {
      throw VectorError("unknown signature type")
    }
    return Signature(type: type, data: try value.base64("Data"))
  }

  /// This object as a message.
  func message() throws -> Message {
    Message(
      version: try requireInteger("Version"), to: try address("To"), from: try address("From"),
      nonce: try requireInteger("Nonce"), value: try amount("Value"), gasLimit: try requireInteger("GasLimit"),
      gasFeeCap: try amount("GasFeeCap"), gasPremium: try amount("GasPremium"),
      method: try requireInteger("Method"), params: try base64("Params"))
  }

  /// This object as a block header.
  func blockHeader() throws -> BlockHeader {
    BlockHeader(
      miner: try address("Miner"),
      ticket: Ticket(vrfProof: try require("Ticket").base64("VRFProof")),
      electionProof: ElectionProof(
        winCount: try require("ElectionProof").requireInteger("WinCount"),
        vrfProof: try require("ElectionProof").base64("VRFProof")),
      beaconEntries: try requireArray("BeaconEntries").map {
        BeaconEntry(round: try $0.requireInteger("Round"), signature: try $0.base64("Data"))
      },
      winningPoStProof: try requireArray("WinPoStProof").map {
        PoStProof(
          type: RegisteredPoStProof(rawValue: try $0.requireInteger("PoStProof")), bytes: try $0.base64("ProofBytes"))
      },
      parents: try requireArray("Parents").map { try CID(text: try $0.requireString("/")) },
      parentWeight: try bigInt("ParentWeight"), height: try requireInteger("Height"),
      parentStateRoot: try link("ParentStateRoot"), parentMessageReceipts: try link("ParentMessageReceipts"),
      messages: try link("Messages"), blsAggregate: try signature("BLSAggregate"),
      timestamp: try requireInteger("Timestamp"), blockSignature: try signature("BlockSig"),
      forkSignaling: try requireInteger("ForkSignaling"), parentBaseFee: try amount("ParentBaseFee"))
  }
}
