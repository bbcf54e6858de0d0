public import FilActors
public import FilCore

/// The code of each built-in actor, as a network's bundle of actors has it.
public struct ActorCodes: Hashable, Sendable {
  /// The actors' names and codes in the order of the bundle's manifest.
  public let entries: [Entry]
  private let types: [CID: ActorType]
  private let codes: [ActorType: CID]

  /// An actor in a manifest.
  public struct Entry: Hashable, Sendable {
    /// The actor.
    public let type: ActorType
    /// Its code.
    public let code: CID

    /// An entry.
    public init(_ type: ActorType, _ code: CID) {
      self.type = type
      self.code = code
    }
  }

  /// Codes in the order of the manifest.
  ///
  /// - Throws: `VMError` if an actor is missing or stands twice.
  public init(_ entries: [Entry]) throws(VMError) {
    self.entries = entries
    types = Dictionary(entries.map { ($0.code, $0.type) }, uniquingKeysWith: { first, _ in first })
    codes = Dictionary(entries.map { ($0.type, $0.code) }, uniquingKeysWith: { first, _ in first })
    guard codes.count == ActorType.allCases.count, entries.count == codes.count, types.count == codes.count else {
      throw VMError(.parameter, "actor codes: \(entries.count) entries for \(ActorType.allCases.count) actors")
    }
  }

  /// Which actor a code is; `nil` if it is none of these.
  public func type(of code: CID) -> ActorType? { types[code] }

  /// The code of an actor; there is one for each.
  public subscript(type: ActorType) -> CID { codes[type] ?? .emptyArray }

  /// The list of names and codes that the system actor's state links to.
  public var manifest: [UInt8] {
    var encoder = CBOREncoder()
    encoder.array(count: entries.count)
    for entry in entries { encoder.tuple(entry.type.name, entry.code) }
    return encoder.bytes
  }
}
