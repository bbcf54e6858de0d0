public import FilCore

/// Something that an actor tells the outside (FIP-0049).
public struct ActorEvent: Hashable, Sendable {
  /// One named value of an event.
  public struct Entry: Hashable, Sendable {
    /// Whether readers of events should index the entry: 1 for its key, 2 for its value, 3 for both.
    public let flags: UInt64
    /// The name.
    public let key: String
    /// How the value is encoded.
    public let codec: Multicodec
    /// The value.
    public let value: [UInt8]

    /// A named value.
    public init(flags: UInt64, key: String, codec: Multicodec, value: [UInt8]) {
      self.flags = flags
      self.key = key
      self.codec = codec
      self.value = value
    }
  }

  /// The entries in order.
  public private(set) var entries: [Entry]

  /// An event with its entries.
  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// An event of a type, which is its first entry.
  public init(type: String) {
    self.init(entries: [])
    append("$type", type, flags: 3)
  }

  /// The event with an entry whose key is indexed.
  public func field(_ name: String, _ value: some CBOREncodable) -> ActorEvent {
    var event = self
    event.append(name, value, flags: 1)
    return event
  }

  /// The event with an entry whose key and value are indexed.
  public func indexed(_ name: String, _ value: some CBOREncodable) -> ActorEvent {
    var event = self
    event.append(name, value, flags: 3)
    return event
  }

  private mutating func append(_ key: String, _ value: some CBOREncodable, flags: UInt64) {
    entries.append(Entry(flags: flags, key: key, codec: .cbor, value: value.cbor))
  }
}

extension ActorEvent.Entry: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(flags, key, codec.rawValue, value) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let number: UInt64
    (flags, key, number, value) = try decoder.tuple(UInt64.self, String.self, UInt64.self, [UInt8].self)
    codec = Multicodec(rawValue: number)
  }
}
