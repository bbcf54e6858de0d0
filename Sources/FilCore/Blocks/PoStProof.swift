/// A proof of spacetime and its kind.
public struct PoStProof: Hashable, Sendable {
  /// The kind.
  public let type: RegisteredPoStProof
  /// The proof's bytes.
  public let bytes: [UInt8]

  /// A proof of a kind.
  public init(type: RegisteredPoStProof, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }
}

extension PoStProof: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(type, bytes) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (type, bytes) = try decoder.tuple(RegisteredPoStProof.self, [UInt8].self)
  }
}
