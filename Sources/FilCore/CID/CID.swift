/// A content identifier: what data is, and the hash of it (version 0 or 1 of the multiformats specification).
///
/// A CID with a digest of 32 bytes, as all of Filecoin's own have, is kept inline and takes no heap memory.
public struct CID: Hashable, Sendable {
  private enum Storage: Hashable, Sendable {
    /// Version 1 with a digest of 32 bytes.
    case short(codec: UInt32, hash: UInt32, digest: Bytes32)
    /// Version 0: dag-pb and SHA-256.
    case zero(Bytes32)
    /// Everything else of version 1.
    case long(codec: UInt64, hash: UInt64, digest: [UInt8])
  }

  private let storage: Storage

  /// The longest digest that is accepted, in bytes; identity CIDs keep whole small blocks.
  public static let maxDigestBytes = 4096

  /// A CID of version 1.
  ///
  /// - Parameters:
  ///   - codec: What the bytes behind it are.
  ///   - hash: The hash function.
  ///   - digest: The digest, as long as the function makes it.
  public init(codec: Multicodec, hash: MultihashCode, digest: [UInt8]) {
    if let short = Bytes32(digest), let codec = UInt32(exactly: codec.rawValue),
      let hash = UInt32(exactly: hash.rawValue)
    {
      storage = .short(codec: codec, hash: hash, digest: short)
    } else {
      storage = .long(codec: codec.rawValue, hash: hash.rawValue, digest: digest)
    }
  }

  /// A CID of version 1 with a digest of 32 bytes.
  ///
  /// - Parameters:
  ///   - codec: What the bytes behind it are.
  ///   - hash: The hash function.
  ///   - digest: The digest.
  public init(codec: Multicodec, hash: MultihashCode, digest: Bytes32) {
    if let codec = UInt32(exactly: codec.rawValue), let hash = UInt32(exactly: hash.rawValue) {
      storage = .short(codec: codec, hash: hash, digest: digest)
    } else {
      storage = .long(codec: codec.rawValue, hash: hash.rawValue, digest: digest.bytes)
    }
  }

  /// A CID of version 0, which is always dag-pb hashed with SHA-256.
  public init(version0 digest: Bytes32) {
    storage = .zero(digest)
  }

  /// The CID of a DAG-CBOR block, hashed with BLAKE2b-256 as everything on the chain is.
  public init(dagCBOR block: [UInt8]) {
    self.init(codec: .dagCBOR, hash: .blake2b256, digest: BLAKE2b.hash256(block))
  }

  /// The version: 0 or 1.
  public var version: Int {
    if case .zero = storage { 0 } else { 1 }
  }

  /// What the bytes behind the CID are.
  public var codec: Multicodec {
    switch storage {
    case .short(let codec, _, _): Multicodec(rawValue: UInt64(codec))
    case .zero: .dagPB
    case .long(let codec, _, _): Multicodec(rawValue: codec)
    }
  }

  /// The hash function.
  public var hash: MultihashCode {
    switch storage {
    case .short(_, let hash, _): MultihashCode(rawValue: UInt64(hash))
    case .zero: .sha256
    case .long(_, let hash, _): MultihashCode(rawValue: hash)
    }
  }

  /// The digest.
  public var digest: [UInt8] {
    switch storage {
    case .short(_, _, let digest), .zero(let digest): digest.bytes
    case .long(_, _, let digest): digest
    }
  }

  /// How many bytes the digest has.
  var digestCount: Int {
    switch storage {
    case .short, .zero: Bytes32.count
    case .long(_, _, let digest): digest.count
    }
  }

  /// The digest if it has 32 bytes.
  public var digest32: Bytes32? {
    switch storage {
    case .short(_, _, let digest), .zero(let digest): digest
    case .long(_, _, let digest): Bytes32(digest)
    }
  }
}
