extension CID {
  /// The CID of `block`.
  ///
  /// - Parameters:
  ///   - block: The bytes to hash.
  ///   - codec: What they are.
  ///   - hash: The function; those that make no digest of whole blocks are refused.
  /// - Throws: `CIDError.cannotHash` for a function that is not computed here.
  public init(hashing block: [UInt8], codec: Multicodec, hash: MultihashCode) throws(CIDError) {
    switch hash {
    case .blake2b256: self.init(codec: codec, hash: hash, digest: BLAKE2b.hash256(block))
    case .sha256: self.init(codec: codec, hash: hash, digest: SHA256.hash(block))
    case .identity: self.init(codec: codec, hash: hash, digest: block)
    default: throw .cannotHash(hash)
    }
  }

  /// Whether `block` has this CID.
  ///
  /// - Throws: `CIDError.cannotHash` for a hash function that is not computed here.
  public func matches(_ block: [UInt8]) throws(CIDError) -> Bool {
    let computed = try CID(hashing: block, codec: codec, hash: hash)
    return computed.digest32 == digest32 && computed.digest == digest
  }
}
