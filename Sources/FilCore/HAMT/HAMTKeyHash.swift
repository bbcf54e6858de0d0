/// How a HAMT makes the 32-byte digests of its keys.
public struct HAMTKeyHash: Sendable {
  private let function: @Sendable ([UInt8]) -> Bytes32?

  /// A hash function.
  ///
  /// - Parameter function: The digest of a key, `nil` for bytes that cannot be a key.
  public init(_ function: @escaping @Sendable ([UInt8]) -> Bytes32?) {
    self.function = function
  }

  /// SHA-256 of the key: every map of the actors.
  public static let sha256 = HAMTKeyHash { SHA256.hash($0) }
  /// The key itself, which must have 32 bytes.
  public static let identity = HAMTKeyHash { Bytes32($0) }

  /// The digest of a key.
  func digest(_ key: ByteView) throws(CollectionError) -> Bytes32 {
    let bytes = key.bytes
    guard let digest = function(bytes) else {
      throw CollectionError(.invalidKey, "0x\(bytes.hex) cannot be hashed")
    }
    return digest
  }
}
