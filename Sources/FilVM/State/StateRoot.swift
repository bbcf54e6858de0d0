internal import FilActors
public import FilCore

/// The root of a state tree of version 5.
public struct StateRoot: Hashable, Sendable {
  /// The version of the tree that this library reads and writes.
  public static let currentVersion: UInt64 = 5

  /// The tree's version.
  public let version: UInt64
  /// The actors: a map of `ActorRecord` by ID address.
  public let actors: CID
  /// Nothing yet: an empty array.
  public let info: CID

  /// The root of a tree of the current version.
  public init(actors: CID) {
    version = Self.currentVersion
    self.actors = actors
    info = .emptyArray
  }
}

extension StateRoot: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(version, actors, info) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (version, actors, info) = try decoder.tuple(UInt64.self, CID.self, CID.self)
  }
}
