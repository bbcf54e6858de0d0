public import FilCore

/// A question for a part of a chain: `/fil/chain/xchg/0.0.1`.
public struct ChainExchangeRequest: Hashable, Sendable {
  /// The protocol.
  public static let protocolID = "/fil/chain/xchg/0.0.1"
  /// The most tipsets of one question.
  public static let maxLength: UInt64 = 900

  /// What is asked for.
  public struct Options: OptionSet, Hashable, Sendable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public let rawValue: UInt64
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    /// The headers.
    public static let headers = Options(rawValue: 1)
    /// The messages.
    public static let messages = Options(rawValue: 2)
  }

  /// The last tipset.
  public let head: [CID]
  /// How many tipsets, from there on backwards.
  public let length: UInt64
  /// What of each.
  public let options: Options

  /// A question.
  public init(head: [CID], length: UInt64, options: Options) {
    self.head = head
    self.length = length
    self.options = options
  }
}

extension ChainExchangeRequest: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(head, length, options.rawValue) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let raw: UInt64
    (head, length, raw) = try decoder.tuple([CID].self, UInt64.self, UInt64.self)
    options = Options(rawValue: raw)
  }
}
