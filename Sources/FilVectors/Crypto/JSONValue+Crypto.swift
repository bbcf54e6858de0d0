internal import FilCore
internal import FilCrypto

extension JSONValue {
  /// The point of G1 under a name, compressed.
  func requireG1(_ name: String) throws -> G1Affine { try G1Affine(compressed: try requireBytes(name)) }

  /// The point of G2 under a name, compressed.
  func requireG2(_ name: String) throws -> G2Affine { try G2Affine(compressed: try requireBytes(name)) }

  /// The address under a name, as text.
  func requireAddress(_ name: String) throws -> Address { try Address(text: try requireString(name)) }

  /// The integer under a name, in decimal text.
  func requireBigInt(_ name: String) throws -> BigInt {
    guard let value = BigInt(try requireString(name)) else { throw VectorError("field '\(name)' is no integer") }
    return value
  }

  /// The truth value under a name.
  func requireBool(_ name: String) throws -> Bool {
    guard let value = try require(name).bool else { throw VectorError("field '\(name)' is no truth value") }
    return value
  }

  /// The byte strings of the list under a name.
  func requireByteStrings(_ name: String) throws -> [[UInt8]] {
    try requireArray(name).map { element in
      guard let bytes = element.bytes else { throw VectorError("an element of '\(name)' is no hexadecimal text") }
      return bytes
    }
  }

  /// The message whose fields are under a name.
  func requireRecordedMessage(_ name: String) throws -> Message {
    let fields = try require(name)
    return Message(
      version: try fields.requireInteger("version"), to: try fields.requireAddress("to"),
      from: try fields.requireAddress("from"), nonce: try fields.requireInteger("nonce"),
      value: TokenAmount(atto: try fields.requireBigInt("value")), gasLimit: try fields.requireInteger("gasLimit"),
      gasFeeCap: TokenAmount(atto: try fields.requireBigInt("gasFeeCap")),
      gasPremium: TokenAmount(atto: try fields.requireBigInt("gasPremium")),
      method: try fields.requireInteger("method"), params: try fields.requireBytes("params"))
  }

  /// The signature under a name in its binary form.
  func requireSignature(_ name: String) throws -> Signature {
    let bytes = try requireBytes(name)
    guard let first = bytes.first, let type = SignatureType(rawValue: first) else {
      throw VectorError("field '\(name)' is no signature")
    }
    return Signature(type: type, data: Array(bytes.dropFirst()))
  }
}
