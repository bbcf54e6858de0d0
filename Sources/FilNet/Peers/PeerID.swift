public import FilCore

/// The name of a peer: the multihash of its public key, or the key itself where it is short.
public struct PeerID: Hashable, Sendable {
  /// The longest form of a public key that an ID holds unhashed, in bytes.
  public static let maxInlineKeyBytes = 42

  /// The multihash.
  public let bytes: [UInt8]

  /// The ID of the peer with this key.
  public init(_ key: PeerPublicKey) {
    let form = key.protobuf
    let isShort = form.count <= PeerID.maxInlineKeyBytes
    let cid =
      isShort
      ? CID(codec: .libp2pKey, hash: .identity, digest: form)
      : CID(codec: .libp2pKey, hash: .sha256, digest: SHA256.hash(form))
    bytes = cid.multihash
  }

  /// Reads a multihash.
  ///
  /// - Throws: ``PeerIDError``.
  public init(bytes: [UInt8]) throws(PeerIDError) {
    guard let hash = bytes.first, bytes.count >= 3, Int(bytes[1]) == bytes.count - 2 else { throw .invalidMultihash }
    switch MultihashCode(rawValue: UInt64(hash)) {
    case .identity: guard bytes.count - 2 <= PeerID.maxInlineKeyBytes else { throw .invalidMultihash }
    case .sha256: guard bytes.count - 2 == Bytes32.count else { throw .invalidMultihash }
    case let other: throw .unexpectedHash(other)
    }
    self.bytes = bytes
  }

  /// Reads the ID out of a CID of a libp2p key.
  ///
  /// - Throws: ``PeerIDError``.
  public init(cid: CID) throws(PeerIDError) {
    guard cid.version == 1, cid.codec == .libp2pKey else { throw .unexpectedCodec(cid.codec) }
    try self.init(bytes: cid.multihash)
  }

  /// Reads either text form: base 58, which starts with `1` or `Qm`, or a CID.
  ///
  /// - Throws: ``PeerIDError``.
  public init(text: String) throws(PeerIDError) {
    if text.hasPrefix("1") || text.hasPrefix("Qm") {
      guard let bytes = RadixEncoding.base58btc.decode(text) else { throw .invalidText }
      try self.init(bytes: bytes)
    } else {
      guard text.utf8.count <= RadixEncoding.maxLength, let cid = try? CID(text: text) else { throw .invalidText }
      try self.init(cid: cid)
    }
  }

  /// The ID as a CID of version 1.
  public var cid: CID {
    let hash = MultihashCode(rawValue: UInt64(bytes[0]))
    return CID(codec: .libp2pKey, hash: hash, digest: Array(bytes[2...]))
  }

  /// The peer's key, if the ID holds it unhashed and the key is of a known kind.
  public var publicKey: PeerPublicKey? {
    guard bytes[0] == MultihashCode.identity.rawValue else { return nil }
    return try? PeerPublicKey(protobuf: Array(bytes[2...]))
  }
}

extension PeerID: Comparable {
  /// Orders by the multihash's bytes.
  public static func < (left: PeerID, right: PeerID) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

extension PeerID: CustomStringConvertible {
  /// The usual text form: base 58.
  public var description: String { RadixEncoding.base58btc.encode(bytes) }
}
