/// A value with a canonical CBOR form.
public protocol CBOREncodable {
  /// Appends the form of this value.
  func encode(to encoder: inout CBOREncoder)

  /// Appends the form of a list of such values; an array of them unless the type says otherwise, as bytes do.
  static func encodeList(_ list: [Self], to encoder: inout CBOREncoder)
}

/// A value that can be read from its canonical CBOR form, and from nothing else.
public protocol CBORDecodable {
  /// Reads one value.
  ///
  /// - Throws: `CBORError` that says what is wrong and where.
  init(from decoder: inout CBORDecoder) throws(CBORError)

  /// Reads a list of such values; an array of them unless the type says otherwise, as bytes do.
  static func decodeList(from decoder: inout CBORDecoder) throws(CBORError) -> [Self]
}

/// A value with a canonical CBOR form that can be written and read back.
public typealias CBORCodable = CBOREncodable & CBORDecodable

extension CBOREncodable {
  /// The canonical CBOR form.
  public var cbor: [UInt8] {
    var encoder = CBOREncoder(capacity: 96)
    encode(to: &encoder)
    return encoder.bytes
  }

  /// Appends an array.
  public static func encodeList(_ list: [Self], to encoder: inout CBOREncoder) {
    encoder.array(count: list.count)
    for element in list { element.encode(to: &encoder) }
  }
}

extension CBORDecodable {
  /// Reads a value whose form is all of `bytes`.
  ///
  /// - Throws: `CBORError` that says what is wrong and where.
  public init(cbor bytes: [UInt8]) throws(CBORError) {
    var decoder = CBORDecoder(bytes)
    try self.init(from: &decoder)
    try decoder.finish()
  }

  /// Reads an array.
  public static func decodeList(from decoder: inout CBORDecoder) throws(CBORError) -> [Self] {
    let count = try decoder.array()
    var list: [Self] = []
    list.reserveCapacity(min(count, 1024))
    for _ in 0..<count { list.append(try Self(from: &decoder)) }
    return list
  }
}
