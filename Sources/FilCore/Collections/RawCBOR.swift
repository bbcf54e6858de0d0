/// Any one canonical CBOR item, kept as its bytes: a value of a collection that is read without its type.
public struct RawCBOR: CBORCodable, Hashable, Sendable {
  /// The canonical form.
  public let bytes: [UInt8]

  /// An item that is all of `bytes`.
  ///
  /// - Throws: `CBORError` if they are not one canonical item.
  public init(_ bytes: [UInt8]) throws(CBORError) {
    try self.init(cbor: bytes)
  }

  /// The canonical form of a value.
  public init(encoding value: some CBOREncodable) {
    bytes = value.cbor
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    bytes = Array(try decoder.item(.strict))
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.raw(bytes) }
}
