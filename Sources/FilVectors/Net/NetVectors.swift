internal import FilCore
internal import FilNet

/// What peers of the network say to each other, as far as it is built: their names and
/// addresses, and the messages about the chain and about deals.
public struct NetVectors: VectorKind {
  /// The folder's name.
  public let name = "net"

  /// The files that nothing here reads yet, with what they need.
  private static let pending = [
    "bitswap.jsonl": "bitswap", "f3.jsonl": "F3", "gossipsub.jsonl": "gossipsub on the wire",
    "graphsync.jsonl": "graphsync", "multistream.jsonl": "the libp2p transport", "noise.jsonl": "the libp2p transport",
    "retrieval-market.jsonl": "the retrieval market", "selectors.jsonl": "graphsync",
    "storage-market.jsonl": "the storage market", "yamux.jsonl": "the libp2p transport",
  ]

  /// The kind.
  public init() {}

  /// Runs the files of the folder.
  ///
  /// - Throws: An error if a file cannot be read at all.
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try run.checkLines(of: "peer-ids.jsonl", in: folder, checkPeer)
    try run.checkLines(of: "multiaddrs.jsonl", in: folder, checkMultiaddr)
    try ChainProtocolVectors.run(folder, &run)
    try DealProtocolVectors.run(folder, &run)
    for (file, need) in NetVectors.pending.sorted(by: { $0.key < $1.key }) {
      run.skip("needs \(need)", count: try folder.rawLines(file)?.count ?? 0)
    }
  }

  private func checkPeer(_ vector: JSONValue) throws {
    let text = try vector.requireString("peerId")
    let peer = try PeerID(text: text)
    try expect(peer.description, equals: text, "text")
    try expect(peer.bytes, equals: try vector.requireBytes("peerIdBytes"), "bytes")
    try expect(try PeerID(bytes: peer.bytes), equals: peer, "ID of the bytes")
    let cid = try vector.requireString("peerIdCid")
    try expect(peer.cid.description, equals: cid, "CID")
    try expect(try PeerID(text: cid), equals: peer, "ID of the CID")
    if vector["publicKeyProtobuf"] != nil { try checkPublicKey(of: peer, vector) }
    if vector["privateKeyProtobuf"] != nil { try checkPrivateKey(vector) }
  }

  private func checkPublicKey(of peer: PeerID, _ vector: JSONValue) throws {
    let form = try vector.requireBytes("publicKeyProtobuf")
    let key = try PeerPublicKey(protobuf: form)
    try expect(key.protobuf, equals: form, "public key")
    try expect(PeerID(key), equals: peer, "ID of the public key")
    try expect(peer.publicKey, equals: key, "public key of the ID")
    guard let signature = vector["signature"]?.bytes, let message = vector["message"]?.bytes else { return }
    try expect(key.verify(signature, of: message), equals: true, "signature is valid")
    try expect(key.verify(signature, of: message + [0]), equals: false, "signature of another message is valid")
  }

  private func checkPrivateKey(_ vector: JSONValue) throws {
    let form = try vector.requireBytes("privateKeyProtobuf")
    let key = try PeerPrivateKey(protobuf: form)
    try expect(key.protobuf, equals: form, "private key")
    try expect(key.publicKey.protobuf, equals: try vector.requireBytes("publicKeyProtobuf"), "its public key")
    guard let signature = vector["signature"]?.bytes, let message = vector["message"]?.bytes else { return }
    try expect(key.sign(message), equals: signature, "signature")
  }

  private func checkMultiaddr(_ vector: JSONValue) throws {
    let text = vector["text"]?.string
    let given = try text == nil ? vector.requireBytes("bytes") : vector["bytes"]?.bytes ?? []
    let parsed = try? text.map { try Multiaddr(text: $0) } ?? Multiaddr(bytes: given)
    guard try vector.require("valid") == .bool(true) else {
      guard let parsed else { return }
      throw VectorError("accepted as \(parsed)")
    }
    guard let parsed else { throw VectorError("refused") }
    try expect(parsed.description, equals: try vector.requireString("canonical"), "text")
    try expect(parsed.bytes, equals: given, "bytes")
    try expect(try Multiaddr(bytes: given), equals: parsed, "address of the bytes")
    try expect(try Multiaddr(text: parsed.description), equals: parsed, "address of the text")
  }
}
