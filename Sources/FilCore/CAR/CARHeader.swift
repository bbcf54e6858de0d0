/// The header of a CAR of version 1: where the DAG in it begins.
public struct CARHeader: Hashable, Sendable {
  /// The roots, in order.
  public var roots: [CID]

  /// The longest header that is read, in bytes.
  static let maxBytes: UInt64 = 32 << 20

  /// A header.
  public init(roots: [CID]) {
    self.roots = roots
  }

  /// The canonical CBOR of the header.
  var cbor: [UInt8] {
    var encoder = CBOREncoder()
    encoder.map(count: 2)
    encoder.text("roots")
    roots.encode(to: &encoder)
    encoder.text("version")
    encoder.unsigned(1)
    return encoder.bytes
  }

  /// The version that a header names; other fields are not looked at.
  static func version(of cbor: [UInt8]) throws(CBORError) -> UInt64 {
    var decoder = CBORDecoder(cbor)
    var key: String?
    for _ in 0..<(try decoder.map()) {
      key = try decoder.key(after: key)
      if key == "version" { return try decoder.unsigned() }
      try decoder.skip()
    }
    throw CBORError(.invalidValue, at: 0, "no version")
  }

  /// Reads a header of version 1.
  init(cbor: [UInt8]) throws(CBORError) {
    var decoder = CBORDecoder(cbor)
    guard try decoder.map() == 2 else { throw CBORError(.wrongCount, at: 0, "expected roots and version") }
    guard try decoder.text(limit: 5) == "roots" else { throw CBORError(.invalidValue, at: 1, "expected roots") }
    roots = try [CID](from: &decoder)
    let start = decoder.offset
    guard try decoder.text(limit: 7) == "version", try decoder.unsigned() == 1 else {
      throw CBORError(.invalidValue, at: start, "expected version 1")
    }
    try decoder.finish()
  }
}
