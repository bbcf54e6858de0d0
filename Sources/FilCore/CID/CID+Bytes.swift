extension CID {
  /// The binary form: for version 0 the multihash alone, for version 1 version, codec and multihash.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    append(to: &bytes)
    return bytes
  }

  /// The multihash: hash function, length of the digest, digest.
  public var multihash: [UInt8] {
    var bytes: [UInt8] = []
    appendMultihash(to: &bytes)
    return bytes
  }

  /// How many bytes the binary form has.
  var byteCount: Int {
    let multihash = Varint.byteCount(hash.rawValue) + Varint.byteCount(UInt64(digestCount)) + digestCount
    return version == 1 ? 1 + Varint.byteCount(codec.rawValue) + multihash : multihash
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
    self = try ArraySlice(bytes).withUnsafeBufferPointer { bytes throws(CIDError) in try CID(bytes: bytes) }
  }

  /// Reads a CID that is all of `bytes`.
  init(bytes: UnsafeBufferPointer<UInt8>) throws(CIDError) {
    var reader = CIDReader(bytes)
    self = try reader.cid()
    let rest = bytes.count - reader.position
    guard rest == 0 else { throw .digestLength(expected: UInt64(digestCount), actual: digestCount + rest) }
  }

  /// Reads a CID from the start of `bytes` and drops it from them.
  ///
  /// - Throws: `CIDError` that says what is wrong; `bytes` are then as before.
  public static func read(from bytes: inout ArraySlice<UInt8>) throws(CIDError) -> CID {
    let (cid, count) = try bytes.withUnsafeBufferPointer { bytes throws(CIDError) in
      var reader = CIDReader(bytes)
      return (try reader.cid(), reader.position)
    }
    bytes = bytes.dropFirst(count)
    return cid
  }

  /// The CID of a DAG-CBOR block hashed with BLAKE2b-256 as it stands in a link, with a zero before it; `nil` for any
  /// other bytes. Nearly all links of the chain are such.
  @inline(__always)
  init?(usualLink bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 7 + Bytes32.count, bytes[0] == 0, bytes[1] == 1, bytes[2] == 0x71, bytes[3] == 0xa0,
      bytes[4] == 0xe4, bytes[5] == 0x02, bytes[6] == 0x20,
      let digest = Bytes32(UnsafeBufferPointer(rebasing: bytes[7...]))
    else { return nil }
    self.init(codec: .dagCBOR, hash: .blake2b256, digest: digest)
  }
}
