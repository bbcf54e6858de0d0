internal import FilChain
internal import FilCore
internal import FilNet

/// What nodes say to each other about the chain.
enum ChainProtocolVectors: WireVectors {
  static let file = "chain-protocols.jsonl"
  static let pending = ["HelloMessage": "hello", "LatencyMessage": "hello"]

  static func check(_ type: String, _ vector: JSONValue) throws -> Bool {
    let bytes = try vector.requireBytes("bytes")
    switch type {
    case "Request": try read(ChainExchangeRequest.self, bytes)
    case "Response": try read(ChainExchangeResponse.self, bytes)
    case "BlockHeader": try checkHeader(bytes, try vector.require("facts"))
    case "BlockMsg": try checkAnnouncement(bytes, try vector.require("facts"))
    case "Message":
      let message = try read(Message.self, bytes)
      try expect(message.cid.description, equals: try vector.require("facts").requireString("cid"), "CID")
    case "SignedMessage": try checkSigned(bytes, try vector.require("facts"))
    case "MsgMeta":
      let roots = try read(MessageRoots.self, bytes)
      try expect("\(CID(dagCBOR: roots.cbor))", equals: try vector.require("facts").requireString("cid"), "CID")
    case "TipSet": try checkTipset(bytes, try vector.require("facts"))
    default: return false
    }
    return true
  }

  private static func checkHeader(_ bytes: [UInt8], _ facts: JSONValue) throws {
    let header = try read(BlockHeader.self, bytes)
    try expect(header.cid.description, equals: try facts.requireString("cid"), "CID")
    try expect(header.signedBytes, equals: try facts.requireBytes("signingBytes"), "signed bytes")
    guard let digest = facts["ticketDigest"]?.bytes else { return try expect(header.ticket, equals: nil, "ticket") }
    try expect(header.ticket?.digest.bytes, equals: digest, "digest of the ticket")
  }

  private static func checkAnnouncement(_ bytes: [UInt8], _ facts: JSONValue) throws {
    try read(BlockAnnouncement.self, bytes)
    try expect(BLAKE2b.hash256(bytes).bytes, equals: try facts.requireBytes("messageId"), "gossip ID")
  }

  private static func checkSigned(_ bytes: [UInt8], _ facts: JSONValue) throws {
    let signed = try read(SignedMessage.self, bytes)
    try expect(signed.cid.description, equals: try facts.requireString("cid"), "CID")
    try expect(signed.message.cid.description, equals: try facts.requireString("unsignedCid"), "unsigned CID")
    try expect(BLAKE2b.hash256(bytes).bytes, equals: try facts.requireBytes("messageId"), "gossip ID")
  }

  private static func checkTipset(_ bytes: [UInt8], _ facts: JSONValue) throws {
    let blocks = try facts.requireArray("blocks").map { entry in
      try read(BlockHeader.self, try entry.bytes.required("block"))
    }
    let key = try Tipset(blocks).key
    try expect(key.bytes, equals: bytes, "key")
    try expect(key.bytes, equals: try facts.requireBytes("keyBytes"), "key's bytes")
    try expect(key.cid.description, equals: try facts.requireString("keyCid"), "key's CID")
    try expect(
      key.cids.map(\.description), equals: try facts.requireArray("orderedCids").compactMap(\.string), "order")
  }
}

extension Optional {
  /// The value, which must be there.
  func required(_ name: String) throws -> Wrapped {
    guard let self else { throw VectorError("no \(name)") }
    return self
  }
}
