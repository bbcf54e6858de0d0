/// Reads the fields of a protocol buffer message.
package struct ProtobufReader {
  /// The value of a field.
  package enum Value {
    case integer(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  private var rest: ArraySlice<UInt8>

  package init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The next field; `nil` at the end.
  package mutating func next() throws(DAGPBError) -> (number: UInt64, value: Value)? {
    guard !rest.isEmpty else { return nil }
    let tag = try varint()
    let (number, wireType) = (tag >> 3, UInt8(tag & 7))
    switch wireType {
    case 0: return (number, .integer(try varint()))
    case 2:
      let count = try varint()
      guard count <= UInt64(rest.count) else { throw .truncated }
      let bytes = rest.prefix(Int(count))
      rest = rest.dropFirst(Int(count))
      return (number, .bytes(bytes))
    default: throw .unexpectedField(number: number, wireType: wireType)
    }
  }

  package mutating func varint() throws(DAGPBError) -> UInt64 {
    do {
      return try Varint.read(from: &rest)
    } catch {
      throw error == .truncated ? .truncated : .invalidVarint(error)
    }
  }

  package var isAtEnd: Bool { rest.isEmpty }
}
