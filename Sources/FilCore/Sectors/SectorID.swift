/// A sector of a miner.
public struct SectorID: Hashable, Sendable {
  /// The miner's number.
  public let miner: ActorID
  /// The sector's number, unique for the miner.
  public let number: SectorNumber

  /// A sector of a miner.
  public init(miner: ActorID, number: SectorNumber) {
    self.miner = miner
    self.number = number
  }
}

extension SectorID: CustomStringConvertible {
  /// The names that storage programs use, as "s-t01000-1".
  public var description: String { "s-t0\(miner)-\(number)" }
}

extension SectorID: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(miner, number) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (miner, number) = try decoder.tuple(ActorID.self, SectorNumber.self)
  }
}
