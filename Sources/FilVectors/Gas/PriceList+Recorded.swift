internal import FilCore
internal import FilVM

extension PriceList {
  /// The charge of an operation as the recording names it; `nil` for one that it does not know.
  func charge(_ operation: String, _ args: JSONValue) throws -> GasCharge? {
    try chargeOfCalls(operation, args) ?? chargeOfBlocks(operation, args) ?? chargeOfCryptography(operation, args)
      ?? freeOperations[operation].map { GasCharge($0) }
  }

  private func chargeOfCalls(_ operation: String, _ args: JSONValue) throws -> GasCharge? {
    switch operation {
    case "onChainMessage": onChainMessage(bytes: try args.requireInteger("messageBytes"))
    case "valueTransfer": valueTransfer()
    case "methodInvocation": methodInvocation(paramLinks: try args.requireInteger("paramLinks"))
    case "methodReturn":
      methodReturn(
        callDepth: try args.requireInteger("callDepth"), bytes: try args.requireInteger("returnBytes"),
        links: try args.requireInteger("returnLinks"))
    case "createActor": createActor(newAddress: try args.require("newAddress").bool ?? false)
    case "actorLookup": onActorLookup()
    case "actorUpdate": onActorUpdate()
    case "actorCreate": onActorCreate()
    case "getRoot": getRoot()
    case "setRoot": setRoot()
    case "getRandomness": getRandomness(lookback: try args.requireInteger("lookback"))
    case "tipsetCid": tipsetCID(lookback: try args.requireInteger("lookback"))
    case "actorEvent":
      actorEvent(
        entries: try args.requireInteger("entries"), keyBytes: try args.requireInteger("keyBytes"),
        valueBytes: try args.requireInteger("valueBytes"))
    default: nil
    }
  }

  private func chargeOfBlocks(_ operation: String, _ args: JSONValue) throws -> GasCharge? {
    switch operation {
    case "blockOpenBase": blockOpenBase()
    case "blockOpen":
      blockOpen(bytes: try args.requireInteger("blockBytes"), links: try args.requireInteger("links"))
    case "blockRead": blockRead(bytes: try args.requireInteger("bytes"))
    case "blockCreate":
      blockCreate(bytes: try args.requireInteger("blockBytes"), links: try args.requireInteger("links"))
    case "blockLink": blockLink(try args.hash(), bytes: try args.requireInteger("blockBytes"))
    default: nil
    }
  }

  private func chargeOfCryptography(_ operation: String, _ args: JSONValue) throws -> GasCharge? {
    switch operation {
    case "verifySignature":
      verifySignature(
        try args.requireString("type") == "bls" ? .bls : .secp256k1, bytes: try args.requireInteger("dataBytes"))
    case "verifyAggregateSignature":
      verifyAggregateSignature(
        count: try args.requireInteger("signatures"), bytes: try args.requireInteger("dataBytes"))
    case "recoverSecpPublicKey": recoverPublicKey()
    case "hashing": onHashing(try args.hash(), bytes: try args.requireInteger("dataBytes"))
    case "utf8Validation": utf8Validation(bytes: try args.requireInteger("bytes"))
    case "computeUnsealedSectorCid": unsealedSectorCID()
    case "verifySeal": onVerifySeal()
    case "verifyAggregateSeals":
      verifyAggregateSeals(
        RegisteredSealProof(rawValue: try args.requireInteger("sealProof")),
        count: try args.requireInteger("proofs"))
    case "verifyReplicaUpdate": onVerifyReplicaUpdate()
    case "verifyPoSt": verifyPoSt(sectors: try args.requireInteger("challengedSectors"))
    case "verifyConsensusFault": onVerifyConsensusFault()
    default: nil
    }
  }

  /// What costs nothing, by the name of its charge; the machine does not charge for it at all.
  private var freeOperations: [String: String] {
    [
      "deleteActor": "OnDeleteActor", "blockStat": "OnBlockStat", "selfBalance": "OnSelfBalance",
      "resolveAddress": "OnResolveAddress", "getActorCodeCid": "OnGetActorCodeCid",
      "getBuiltinActorType": "OnGetBuiltinActorType", "networkContext": "OnNetworkContext",
      "messageContext": "OnMessageContext",
    ]
  }
}

extension JSONValue {
  /// The hash function that the value names.
  fileprivate func hash() throws -> MultihashCode {
    let name = try requireString("hash")
    let known: [MultihashCode] = [.sha256, .blake2b256, .blake2b512, .keccak256, .ripemd160]
    guard let code = known.first(where: { "\($0)" == name }) else { throw VectorError("unknown hash \(name)") }
    return code
  }
}
