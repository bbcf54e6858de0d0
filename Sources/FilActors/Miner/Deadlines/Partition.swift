public import FilCore

/// Some sectors of a deadline that one proof covers.
public struct Partition: Hashable, Sendable {
  /// All sectors, with those that are faulty, unproven or terminated.
  public var sectors = BitField()
  /// New sectors that no proof covered yet.
  public var unproven = BitField()
  /// Sectors that are faulty.
  public var faults = BitField()
  /// Faulty sectors that the next proof is to cover again.
  public var recoveries = BitField()
  /// Sectors that are at an end.
  public var terminated = BitField()
  /// When sectors expire: an array of `ExpirationSet` by epoch.
  public var expirationsEpochs: CID
  /// Sectors that ended before their time and whose fees are not settled yet: an array of `BitField` by epoch.
  public var earlyTerminated: CID
  /// The power of all sectors that are not terminated.
  public var livePower = PowerPair.zero
  /// The power of unproven sectors.
  public var unprovenPower = PowerPair.zero
  /// The power of faulty sectors.
  public var faultyPower = PowerPair.zero
  /// The power of sectors that are to recover.
  public var recoveringPower = PowerPair.zero

  static let expirationBitWidth = 4
  static let earlyTerminationBitWidth = 3

  /// A partition without sectors.
  init(store: some Blockstore) throws(ActorError) {
    expirationsEpochs = try StateArray<RawCBOR, _>.emptyRoot(in: store, bitWidth: Partition.expirationBitWidth)
    earlyTerminated = try StateArray<RawCBOR, _>.emptyRoot(in: store, bitWidth: Partition.earlyTerminationBitWidth)
  }

  /// The sectors that are not terminated.
  public var liveSectors: BitField { sectors.subtracting(terminated) }

  /// The sectors that count: neither terminated nor faulty nor unproven.
  public var activeSectors: BitField { liveSectors.subtracting(faults).subtracting(unproven) }

  /// The power of the sectors that count.
  public var activePower: PowerPair { livePower - faultyPower - unprovenPower }
}

extension Partition: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      sectors, unproven, faults, recoveries, terminated, expirationsEpochs, earlyTerminated, livePower,
      unprovenPower, faultyPower, recoveringPower)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      sectors, unproven, faults, recoveries, terminated, expirationsEpochs, earlyTerminated, livePower,
      unprovenPower, faultyPower, recoveringPower
    ) = try decoder.tuple(
      BitField.self, BitField.self, BitField.self, BitField.self, BitField.self, CID.self, CID.self,
      PowerPair.self, PowerPair.self, PowerPair.self, PowerPair.self)
  }
}
