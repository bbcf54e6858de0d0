internal import FilActors
internal import FilCore
internal import FilCrypto
internal import FilMarket

/// What clients and storage providers say to each other about deals.
enum DealProtocolVectors: WireVectors {
  static let file = "deal-protocols.jsonl"
  static let pending = [
    "SignedVoucher": "payment channels off the chain", "UpdateChannelStateParams": "payment channels off the chain",
  ]

  static func check(_ type: String, _ vector: JSONValue) throws -> Bool {
    let bytes = try vector.requireBytes("bytes")
    switch type {
    case "DealProposal": try checkProposal(bytes, try vector.require("facts"))
    case "ClientDealProposal": try checkSigned(bytes, try vector.require("facts"))
    case "DealParams":
      let params = try read(DealParams.self, bytes)
      try checkParams(params, vector)
    case "DealParamsV120":
      let params = try DealParams(cbor: bytes)
      try expect(params.version120, equals: bytes, "encoded again")
      try checkParams(params, vector)
    case "DealResponse": try read(DealResponse.self, bytes)
    case "DealStatusRequest":
      let request = try read(DealStatusRequest.self, bytes)
      let facts = try vector.require("facts")
      try expect(request.uuid.description, equals: try facts.requireString("dealUuid"), "UUID")
      try expect(request.uuid.bytes, equals: try facts.requireBytes("signedBytes"), "signed bytes")
    case "DealStatusResponse": try read(DealStatusResponse.self, bytes)
    case "PublishStorageDealsParams": try read(PublishStorageDealsParams.self, bytes)
    default: return false
    }
    return true
  }

  private static func checkProposal(_ bytes: [UInt8], _ facts: JSONValue) throws {
    let proposal = try read(DealProposal.self, bytes)
    try expect("\(CID(dagCBOR: proposal.cbor))", equals: try facts.requireString("cid"), "CID")
    try expect("\(proposal.pieceCID)", equals: try facts.requireString("pieceCid"), "piece")
    try expect("\(proposal.pieceSize)", equals: try facts.requireString("pieceSize"), "piece size")
    try expect(proposal.isVerified, equals: try facts.require("verified") == .bool(true), "verified")
    try expect("\(proposal.client)", equals: try facts.requireString("client"), "client")
    try expect("\(proposal.provider)", equals: try facts.requireString("provider"), "provider")
    try expect(proposal.startEpoch, equals: try facts.requireInteger("startEpoch"), "start")
    try expect(proposal.endEpoch, equals: try facts.requireInteger("endEpoch"), "end")
    let label = try facts.require("label")
    let expected: DealLabel = try label["text"]?.string.map { .text($0) } ?? .bytes(label.requireBytes("bytes"))
    try expect(proposal.label, equals: expected, "label")
    for (amount, name) in [
      (proposal.storagePricePerEpoch, "storagePricePerEpoch"), (proposal.providerCollateral, "providerCollateral"),
      (proposal.clientCollateral, "clientCollateral"),
    ] {
      try expect(amount, equals: try facts.amount(name), name)
    }
  }

  private static func checkSigned(_ bytes: [UInt8], _ facts: JSONValue) throws {
    let signed = try read(ClientDealProposal.self, bytes)
    let signedBytes = try facts.requireBytes("signedBytes")
    try expect(signed.proposal.cbor, equals: signedBytes, "signed bytes")
    try expect("\(CID(dagCBOR: bytes))", equals: try facts.requireString("signedProposalCid"), "CID")
    try signed.signature.verify(signedBytes, by: signed.proposal.client)
  }

  private static func checkParams(_ params: DealParams, _ vector: JSONValue) throws {
    try expect("\(params.uuid)", equals: try vector.require("facts").requireString("dealUuid"), "UUID")
    guard !params.transfer.params.isEmpty else { return }
    let transfer = try TransferParams(json: params.transfer.params)
    try expect(transfer.json, equals: params.transfer.params, "parameters of the transfer")
  }
}
