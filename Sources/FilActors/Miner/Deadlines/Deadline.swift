public import FilCore

/// The sectors that are to be proven in one deadline, in partitions.
public struct Deadline: Hashable, Sendable {
  /// The partitions: an array of `Partition`.
  public var partitions: CID
  /// The partitions that may have sectors that expire: an array of `BitField` by epoch.
  public var expirationsEpochs: CID
  /// The partitions that were proven in the current window.
  public var partitionsPosted = BitField()
  /// The partitions with sectors that ended before their time.
  public var earlyTerminations = BitField()
  /// How many sectors are not terminated.
  public var liveSectors: UInt64 = 0
  /// How many sectors there are.
  public var totalSectors: UInt64 = 0
  /// The power of faulty sectors.
  public var faultyPower = PowerPair.zero
  /// The proofs of the current window that were not checked: an array of `WindowedPoSt`.
  public var optimisticPoStSubmissions: CID
  /// The miner's sectors at the end of the last window.
  public var sectorsSnapshot: CID
  /// The partitions at the end of the last window.
  public var partitionsSnapshot: CID
  /// The proofs of the last window.
  public var optimisticPoStSubmissionsSnapshot: CID
  /// The power of all sectors that are not terminated.
  public var livePower = PowerPair.zero
  /// The fees of all sectors for a day, in attoFIL.
  public var dailyFee = TokenAmount.zero

  static let partitionsBitWidth = 3
  static let expirationsBitWidth = 5
  static let submissionsBitWidth = 2

  /// A deadline without sectors.
  init(store: some Blockstore) throws(ActorError) {
    partitions = try StateArray<RawCBOR, _>.emptyRoot(in: store, bitWidth: Deadline.partitionsBitWidth)
    expirationsEpochs = try StateArray<RawCBOR, _>.emptyRoot(in: store, bitWidth: Deadline.expirationsBitWidth)
    optimisticPoStSubmissions = try StateArray<RawCBOR, _>.emptyRoot(
      in: store, bitWidth: Deadline.submissionsBitWidth)
    sectorsSnapshot = try StateArray<RawCBOR, _>.emptyRoot(in: store, bitWidth: 5)
    partitionsSnapshot = partitions
    optimisticPoStSubmissionsSnapshot = optimisticPoStSubmissions
  }

  /// Whether there is anything to do at the deadline's end.
  var isLive: Bool {
    liveSectors > 0 || !partitionsPosted.isEmpty || partitions != partitionsSnapshot
      || optimisticPoStSubmissions != optimisticPoStSubmissionsSnapshot
  }

  /// Requires that sums fit each other.
  func validate() throws(ActorError) {
    try require(liveSectors <= totalSectors, .illegalState, "deadline left with more live sectors than total")
    try require(!faultyPower.isNegative, .illegalState, "deadline left with negative faulty power")
  }
}

extension Deadline: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      partitions, expirationsEpochs, partitionsPosted, earlyTerminations, liveSectors, totalSectors, faultyPower,
      optimisticPoStSubmissions, sectorsSnapshot, partitionsSnapshot, optimisticPoStSubmissionsSnapshot, livePower,
      dailyFee)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      partitions, expirationsEpochs, partitionsPosted, earlyTerminations, liveSectors, totalSectors, faultyPower,
      optimisticPoStSubmissions, sectorsSnapshot, partitionsSnapshot, optimisticPoStSubmissionsSnapshot, livePower,
      dailyFee
    ) = try decoder.tuple(
      CID.self, CID.self, BitField.self, BitField.self, UInt64.self, UInt64.self, PowerPair.self, CID.self,
      CID.self, CID.self, CID.self, PowerPair.self, TokenAmount.self)
  }
}
