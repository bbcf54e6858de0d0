public import FilCore

/// Parameters or a return value: bytes and how they are encoded.
public struct IPLDBlock: Hashable, Sendable {
  /// How the bytes are encoded.
  public let codec: Multicodec
  /// The bytes.
  public let bytes: [UInt8]

  /// Bytes in an encoding.
  public init(codec: Multicodec, bytes: [UInt8]) {
    self.codec = codec
    self.bytes = bytes
  }

  /// A value in CBOR.
  public init(_ value: some CBOREncodable) {
    self.init(codec: .cbor, bytes: value.cbor)
  }

  /// The value that the block holds.
  ///
  /// - Parameter type: What it is.
  /// - Returns: The value.
  /// - Throws: `ActorError` with exit code `serialization` for another encoding or other bytes.
  public func decode<Value: CBORDecodable>(_ type: Value.Type = Value.self) throws(ActorError) -> Value {
    guard codec == .cbor || codec == .dagCBOR else {
      throw ActorError(.serialization, "codec \(codec) is not CBOR")
    }
    return try FilActors.orAbort(.serialization, "\(Value.self)") { () throws(CBORError) in
      try Value(cbor: bytes)
    }
  }
}

extension IPLDBlock? {
  /// The value that a callee must have returned.
  ///
  /// - Parameter type: What it is.
  /// - Returns: The value.
  /// - Throws: `ActorError`: `actorAssertionFailed` if there is no block, `serialization` for other bytes.
  package func requireReturn<Value: CBORDecodable>(_ type: Value.Type = Value.self) throws(ActorError) -> Value {
    try orAbort(.actorAssertionFailed, "return expected").decode(type)
  }
}
