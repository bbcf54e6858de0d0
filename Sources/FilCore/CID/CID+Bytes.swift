extension CID {
  /// The binary form: for version 0 the multihash alone, for version 1 version, codec and multihash.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// The multihash: hash function, length of the digest, digest.
  public var multihash: [UInt8] {
    var bytes: [UInt8] = []
    appendMultihash(to: &bytes)
    return bytes
  }

  /// Appends the binary form.
  public func append(to bytes: inout [UInt8]) {
    if version == 1 {
      bytes.append(1)
      Varint.append(codec.rawValue, to: &bytes)
    }
    appendMultihash(to: &bytes)
  }

  private func appendMultihash(to bytes: inout [UInt8]) {
    Varint.append(hash.rawValue, to: &bytes)
    if let digest32 {
      bytes.append(32)
      digest32.withUnsafeBytes { bytes.append(contentsOf: $0) }
    } else {
      let digest = digest
      Varint.append(UInt64(digest.count), to: &bytes)
      bytes.append(contentsOf: digest)
    }
  }

  /// Reads a CID that is all of `bytes`.
  ///
  /// - Throws: `CIDError` that says what is wrong.
  public init(bytes: some Collection<UInt8>) throws(CIDError) {
    var rest = ArraySlice(bytes)
    let cid = try CID.read(from: &rest)
    let count = cid.digest.count
    guard rest.isEmpty else { throw .digestLength(expected: UInt64(count), actual: count + rest.count) }
    self = cid
  }

  /// Reads a CID from the start of `bytes` and drops it from them.
  ///
  /// - Throws: `CIDError` that says what is wrong; `bytes` are then in no particular state.
  public static func read(from bytes: inout ArraySlice<UInt8>) throws(CIDError) -> CID {
    if bytes.starts(with: [0x12, 0x20]) {
      let (_, digest) = try readMultihash(from: &bytes)
      guard let digest = Bytes32(digest) else { throw .digestLength(expected: 32, actual: digest.count) }
      return CID(version0: digest)
    }
    let version = try varint(from: &bytes)
    guard version == 1 else { throw .unsupportedVersion(version) }
    let codec = Multicodec(rawValue: try varint(from: &bytes))
    let (hash, digest) = try readMultihash(from: &bytes)
    if let short = Bytes32(digest) { return CID(codec: codec, hash: hash, digest: short) }
    return CID(codec: codec, hash: hash, digest: Array(digest))
  }

  private static func readMultihash(
    from bytes: inout ArraySlice<UInt8>
  ) throws(CIDError) -> (MultihashCode, ArraySlice<UInt8>) {
    let hash = MultihashCode(rawValue: try varint(from: &bytes))
    let count = try varint(from: &bytes)
    guard count <= UInt64(maxDigestBytes) else { throw .digestTooLong(count) }
    guard count <= UInt64(bytes.count) else { throw .digestLength(expected: count, actual: bytes.count) }
    let digest = bytes.prefix(Int(count))
    bytes = bytes.dropFirst(Int(count))
    return (hash, digest)
  }

  private static func varint(from bytes: inout ArraySlice<UInt8>) throws(CIDError) -> UInt64 {
    do {
      return try Varint.read(from: &bytes, maxBytes: 9)
    } catch {
      throw .invalidVarint(error)
    }
  }
}
