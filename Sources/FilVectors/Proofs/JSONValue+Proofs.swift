internal import FilCore
internal import FilCrypto

extension JSONValue {
  /// This value as 32 bytes.
  func bytes32() throws -> Bytes32 {
    guard let value = bytes.flatMap({ Bytes32($0) }) else { throw VectorError("not 32 bytes in hexadecimal") }
    return value
  }

  /// This value as a field element.
  func element() throws -> Fr {
    guard let value = Fr(littleEndian: try bytes32()) else { throw VectorError("no canonical field element") }
    return value
  }

  /// This value as an integer.
  func number<T: FixedWidthInteger>(_ type: T.Type = T.self) throws -> T {
    guard let value = integer(T.self) else { throw VectorError("no \(T.self)") }
    return value
  }

  /// The list under a name, each element as an integer.
  func requireIntegers<T: FixedWidthInteger>(_ name: String, _ type: T.Type = T.self) throws -> [T] {
    try requireArray(name).map { try $0.number(T.self) }
  }

  /// The list under a name, each element as 32 bytes.
  func requireDigests(_ name: String) throws -> [Bytes32] {
    try requireArray(name).map { try $0.bytes32() }
  }
}
