/// Writes the fields of a protocol buffer message.
package struct ProtobufWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func integer(_ number: UInt64, _ value: UInt64) {
    Varint.append(number << 3, to: &bytes)
    Varint.append(value, to: &bytes)
  }

  package mutating func bytes(_ number: UInt64, _ value: some Collection<UInt8>) {
    Varint.append(number << 3 | 2, to: &bytes)
    Varint.append(UInt64(value.count), to: &bytes)
    bytes.append(contentsOf: value)
  }
}
