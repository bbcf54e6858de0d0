public import FilCore

/// The parameters of the init actor's `Exec`.
public struct ExecParams: Hashable, Sendable {
  /// The code of the new actor.
  public var code: CID
  /// The parameters of its constructor.
  public var constructorParams: [UInt8]

  /// What to create.
  public init(code: CID, constructorParams: [UInt8]) {
    self.code = code
    self.constructorParams = constructorParams
  }
}

extension ExecParams: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(code, constructorParams) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (code, constructorParams) = try decoder.tuple(CID.self, [UInt8].self)
  }
}
