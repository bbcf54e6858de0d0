public import FilCore

/// The state of the system actor.
public struct SystemState: Hashable, Sendable {
  /// The list of the built-in actors: pairs of a name and a code.
  public var builtinActors: CID

  /// A state with a list of actors.
  public init(builtinActors: CID) {
    self.builtinActors = builtinActors
  }
}

extension SystemState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(builtinActors) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) { builtinActors = try decoder.tuple(CID.self) }
}
