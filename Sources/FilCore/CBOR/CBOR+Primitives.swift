extension UInt64: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.unsigned(self) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self = try decoder.unsigned() }
}

extension Int64: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.integer(self) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self = try decoder.integer() }
}

extension UInt32: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.unsigned(UInt64(self)) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    guard let value = UInt32(exactly: try decoder.unsigned()) else { throw CBORError(.integerOutOfRange, at: start) }
    self = value
  }
}

extension UInt8: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.unsigned(UInt64(self)) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    guard let value = UInt8(exactly: try decoder.unsigned()) else { throw CBORError(.integerOutOfRange, at: start) }
    self = value
  }

  /// Appends a byte string: a list of bytes is no array.
  public static func encodeList(_ list: [UInt8], to encoder: inout CBOREncoder) { encoder.byteString(list) }

  /// Reads a byte string: a list of bytes is no array.
  public static func decodeList(from decoder: inout CBORDecoder) throws(CBORError) -> [UInt8] {
    try decoder.byteString()
  }
}

extension Bool: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.bool(self) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self = try decoder.bool() }
}

extension String: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.text(self) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self = try decoder.text() }
}

extension Bytes32: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.byteString(self) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self = try decoder.bytes32() }
}

extension CID: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.link(self) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self = try decoder.link() }
}

/// A list of values is an array of them; a list of bytes is a byte string.
extension Array: CBOREncodable where Element: CBOREncodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { Element.encodeList(self, to: &encoder) }
}

extension Array: CBORDecodable where Element: CBORDecodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { self = try Element.decodeList(from: &decoder) }
}

/// An absent value is null.
extension Optional: CBOREncodable where Wrapped: CBOREncodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    if let self { self.encode(to: &encoder) } else { encoder.null() }
  }
}

extension Optional: CBORDecodable where Wrapped: CBORDecodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    self = decoder.nullIfPresent() ? nil : try Wrapped(from: &decoder)
  }
}
