public import FilCore

/// Sectors that expire at one epoch: at the end of their lives, or early because they were faulty for too long.
///
/// Early ones are always faulty; active power is always that of sectors that expire on time.
public struct ExpirationSet: Hashable, Sendable {
  /// Those at the end of their lives.
  public var onTimeSectors = BitField()
  /// Those that were faulty for too long.
  public var earlySectors = BitField()
  /// The pledge of those on time, in attoFIL.
  public var onTimePledge = TokenAmount.zero
  /// The power that is not faulty.
  public var activePower = PowerPair.zero
  /// The power that is faulty.
  public var faultyPower = PowerPair.zero
  /// What the deadline's daily fee falls by, in attoFIL.
  public var feeDeduction = TokenAmount.zero

  /// No sectors.
  public init() {}

  /// Whether there are no sectors.
  public var isEmpty: Bool { onTimeSectors.isEmpty && earlySectors.isEmpty }

  /// How many sectors there are.
  public var count: UInt64 { onTimeSectors.count + earlySectors.count }

  /// Adds all of another set.
  mutating func add(_ other: ExpirationSet) throws(ActorError) {
    onTimeSectors = onTimeSectors.union(other.onTimeSectors)
    earlySectors = earlySectors.union(other.earlySectors)
    onTimePledge += other.onTimePledge
    activePower += other.activePower
    faultyPower += other.faultyPower
    feeDeduction += other.feeDeduction
    try validate()
  }

  /// Takes sectors on time and their sums out.
  mutating func removeOnTime(_ group: SectorGroup) throws(ActorError) {
    try require(onTimeSectors.containsAll(of: group.numbers), .illegalState, "removing on-time sectors not in the set")
    onTimeSectors = onTimeSectors.subtracting(group.numbers)
    onTimePledge -= group.pledge
    activePower -= group.power
    feeDeduction -= group.dailyFee
    try validate()
  }

  /// Requires that no sum is below zero.
  func validate() throws(ActorError) {
    let isNegative =
      onTimePledge.isNegative || activePower.isNegative || faultyPower.isNegative || feeDeduction.isNegative
    try require(!isNegative, .illegalState, "expiration set left with a negative sum")
  }
}

/// In CBOR a tuple of 6; of 5 without the fee if it was written before network version 25.
extension ExpirationSet: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(onTimeSectors, earlySectors, onTimePledge, activePower, faultyPower, feeDeduction)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let count = try decoder.array()
    guard count == 5 || count == 6 else { throw CBORError(.wrongCount, at: start, "\(count) fields") }
    onTimeSectors = try BitField(from: &decoder)
    earlySectors = try BitField(from: &decoder)
    onTimePledge = try TokenAmount(from: &decoder)
    activePower = try PowerPair(from: &decoder)
    faultyPower = try PowerPair(from: &decoder)
    if count == 6 { feeDeduction = try TokenAmount(from: &decoder) }
  }
}
