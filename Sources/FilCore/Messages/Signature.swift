/// A signature and its kind.
public struct Signature: Hashable, Sendable {
  /// The kind.
  public let type: SignatureType
  /// The signature's bytes, without the kind.
  public let data: [UInt8]

  /// The longest signature in its binary form, in bytes.
  public static let maxBytes = 200

  /// A signature of a kind.
  public init(type: SignatureType, data: [UInt8]) {
    self.type = type
    self.data = data
  }

  /// The binary form: the kind, then the data.
  public var bytes: [UInt8] { [type.rawValue] + data }
}

/// In CBOR a byte string of the binary form.
extension Signature: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.byteString(bytes) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let bytes = try decoder.byteSlice(limit: Signature.maxBytes)
    guard let first = bytes.first, let type = SignatureType(rawValue: first) else {
      throw CBORError(.invalidValue, at: start, "signature of unknown kind")
    }
    self.init(type: type, data: Array(bytes.dropFirst()))
  }
}
