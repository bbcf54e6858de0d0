/// Writes canonical DAG-CBOR (RFC 8949 section 4.2 with the restrictions of the IPLD specification).
public struct CBOREncoder: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// An encoder that has written nothing.
  public init() {}

  /// An encoder that has written nothing and has memory for so many bytes.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  private mutating func head(_ major: UInt8, _ argument: UInt64) {
    let type = major << 5
    switch argument {
    case 0..<24: bytes.append(type | UInt8(argument))
    case 24...0xff:
      bytes.append(type | 24)
      bytes.append(UInt8(argument))
    case 0x100...0xffff: tail(type | 25, argument, 2)
    case 0x1_0000...0xffff_ffff: tail(type | 26, argument, 4)
    default: tail(type | 27, argument, 8)
    }
  }

  private mutating func tail(_ first: UInt8, _ argument: UInt64, _ count: Int) {
    bytes.append(first)
    withUnsafeBytes(of: argument.bigEndian) { bytes.append(contentsOf: $0[(8 - count)...]) }
  }

  /// Writes a byte string of `count` bytes, which `body` appends.
  mutating func byteString(count: Int, _ body: (inout [UInt8]) -> Void) {
    head(2, UInt64(count))
    body(&bytes)
  }

  /// Writes a non-negative integer.
  public mutating func unsigned(_ value: UInt64) {
    head(0, value)
  }

  /// Writes an integer.
  public mutating func integer(_ value: Int64) {
    if value < 0 { head(1, UInt64(bitPattern: ~value)) } else { head(0, UInt64(value)) }
  }

  /// Writes the negative integer -1 - `complement`.
  public mutating func negative(complement: UInt64) {
    head(1, complement)
  }

  /// Writes a byte string.
  public mutating func byteString(_ value: some Collection<UInt8>) {
    head(2, UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  /// Writes a byte string of 32 bytes.
  public mutating func byteString(_ value: Bytes32) {
    head(2, 32)
    value.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Writes text.
  public mutating func text(_ value: some StringProtocol) {
    head(3, UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// Starts an array; the caller writes its `count` elements next.
  public mutating func array(count: Int) {
    head(4, UInt64(count))
  }

  /// Starts a map; the caller writes its `count` keys, in canonical order, each with its value, next.
  public mutating func map(count: Int) {
    head(5, UInt64(count))
  }

  /// Writes a key of a map and its value.
  public mutating func field(_ key: String, _ value: some CBOREncodable) {
    text(key)
    value.encode(to: &self)
  }

  /// Writes a link.
  public mutating func link(_ cid: CID) {
    head(6, 42)
    byteString(count: 1 + cid.byteCount) { bytes in
      bytes.append(0)
      cid.append(to: &bytes)
    }
  }

  /// Writes a truth value.
  public mutating func bool(_ value: Bool) {
    bytes.append(value ? 0xf5 : 0xf4)
  }

  /// Writes null.
  public mutating func null() {
    bytes.append(0xf6)
  }

  /// Writes a float in 64 bits.
  public mutating func float(_ float: IPLDFloat) {
    tail(0xfb, float.value.bitPattern, 8)
  }

  /// Appends the bytes of a value that is canonical CBOR already.
  public mutating func raw(_ item: some Collection<UInt8>) {
    bytes.append(contentsOf: item)
  }

  /// Writes the fields of a protocol tuple: an array of them in order.
  public mutating func tuple<each Field: CBOREncodable>(_ fields: repeat each Field) {
    var count = 0
    for _ in repeat each fields { count += 1 }
    array(count: count)
    repeat (each fields).encode(to: &self)
  }
}
