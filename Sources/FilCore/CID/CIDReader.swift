/// Reads the binary form of a CID in memory.
struct CIDReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes were read.
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func cid() throws(CIDError) -> CID {
    if bytes.count >= 2, bytes[0] == 0x12, bytes[1] == 0x20 {
      let (_, digest) = try multihash()
      guard let digest = Bytes32(digest) else { throw .digestLength(expected: 32, actual: digest.count) }
      return CID(version0: digest)
    }
    let version = try varint()
    guard version == 1 else { throw .unsupportedVersion(version) }
    let codec = Multicodec(rawValue: try varint())
    let (hash, digest) = try multihash()
    if let short = Bytes32(digest) { return CID(codec: codec, hash: hash, digest: short) }
    return CID(codec: codec, hash: hash, digest: Array(digest))
  }

  private mutating func multihash() throws(CIDError) -> (MultihashCode, UnsafeBufferPointer<UInt8>) {
    let hash = MultihashCode(rawValue: try varint())
    let count = try varint()
    guard count <= UInt64(CID.maxDigestBytes) else { throw .digestTooLong(count) }
    let left = bytes.count - position
    guard count <= UInt64(left) else { throw .digestLength(expected: count, actual: left) }
    let digest = UnsafeBufferPointer(rebasing: bytes[position..<position + Int(count)])
    position += Int(count)
    return (hash, digest)
  }

  @inline(__always)
  private mutating func varint() throws(CIDError) -> UInt64 {
    if position < bytes.count, bytes[position] < 0x80 {
      defer { position += 1 }
      return UInt64(bytes[position])
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(CIDError) -> UInt64 {
    do {
      return try Varint.read(from: bytes, at: &position, maxBytes: 9)
    } catch {
      throw .invalidVarint(error)
    }
  }
}
