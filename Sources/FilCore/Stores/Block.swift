/// Bytes together with the CID that they are stored under.
public struct Block: Hashable, Sendable {
  /// The CID.
  public let cid: CID
  /// The bytes.
  public let bytes: [UInt8]

  /// A block whose bytes are known, or will be checked, to match its CID.
  public init(cid: CID, bytes: [UInt8]) {
    self.cid = cid
    self.bytes = bytes
  }

  /// A DAG-CBOR block, hashed with BLAKE2b-256.
  public init(dagCBOR bytes: [UInt8]) {
    self.init(cid: CID(dagCBOR: bytes), bytes: bytes)
  }
}
