public import FilCore

/// An answer with a part of a chain.
public struct ChainExchangeResponse: Hashable, Sendable {
  /// How a question was answered.
  public enum Status: UInt64, Hashable, Sendable {
    /// With all that was asked for.
    case ok = 0
    /// With fewer tipsets.
    case partial = 101
    /// The last tipset is not known.
    case notFound = 201
    /// Not: there are too many questions.
    case goAway = 202
    /// Not: something failed.
    case internalError = 203
    /// Not: the question is malformed.
    case badRequest = 204
  }

  /// A tipset.
  public struct Tipset: Hashable, Sendable {
    /// The headers, if they were asked for.
    public let blocks: [BlockHeader]
    /// The messages, if they were asked for.
    public let messages: CompactedMessages?

    /// A tipset.
    public init(blocks: [BlockHeader], messages: CompactedMessages?) {
      self.blocks = blocks
      self.messages = messages
    }
  }

  /// The number of the status; one that is not in `Status` is a failure too.
  public let statusCode: UInt64
  /// What went wrong, for people.
  public let message: String
  /// The tipsets, the last one first.
  public let tipsets: [Tipset]

  /// How the question was answered; `nil` for a number without a name.
  public var status: Status? { Status(rawValue: statusCode) }

  /// An answer.
  public init(_ status: Status, message: String = "", tipsets: [Tipset] = []) {
    statusCode = status.rawValue
    self.message = message
    self.tipsets = tipsets
  }
}

extension ChainExchangeResponse.Tipset: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(blocks, messages) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (blocks, messages) = try decoder.tuple([BlockHeader].self, CompactedMessages?.self)
  }
}

extension ChainExchangeResponse: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(statusCode, message, tipsets) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (statusCode, message, tipsets) = try decoder.tuple(UInt64.self, String.self, [Tipset].self)
  }
}
