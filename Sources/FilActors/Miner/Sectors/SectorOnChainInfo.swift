public import FilCore

/// What the chain knows of a proven sector.
public struct SectorOnChainInfo: Hashable, Sendable {
  /// The sector's number.
  public var number: SectorNumber
  /// How it was sealed.
  public var sealProof: RegisteredSealProof
  /// The commitment to the replica: CommR.
  public var sealedCID: CID
  /// Deals of sectors from before network version 22.
  public var deprecatedDealIDs: [DealID] = []
  /// When its proof was accepted.
  public var activation: ChainEpoch
  /// When it expires.
  public var expiration: ChainEpoch
  /// The bytes of unverified data times their epochs.
  public var dealWeight: BigInt
  /// The bytes of verified data times their epochs.
  public var verifiedDealWeight: BigInt
  /// What is pledged for it, in attoFIL.
  public var initialPledge: TokenAmount
  /// Not used any more.
  public var expectedDayReward: TokenAmount?
  /// Not used any more.
  public var expectedStoragePledge: TokenAmount?
  /// When its power was last set.
  public var powerBaseEpoch: ChainEpoch
  /// Not used any more.
  public var replacedDayReward: TokenAmount?
  /// The CommR before its first replica update.
  public var sectorKeyCID: CID?
  /// Flags: 1 says that its power was computed by FIP-0045.
  public var flags: UInt32 = 1
  /// The fee for each day, in attoFIL (FIP-0100).
  public var dailyFee: TokenAmount = .zero

  /// A sector that was proven just now.
  public init(
    number: SectorNumber, sealProof: RegisteredSealProof, sealedCID: CID, activation: ChainEpoch,
    expiration: ChainEpoch, dealWeight: BigInt, verifiedDealWeight: BigInt, initialPledge: TokenAmount,
    dailyFee: TokenAmount
  ) {
    self.number = number
    self.sealProof = sealProof
    self.sealedCID = sealedCID
    self.activation = activation
    self.expiration = expiration
    self.dealWeight = dealWeight
    self.verifiedDealWeight = verifiedDealWeight
    self.initialPledge = initialPledge
    powerBaseEpoch = activation
    self.dailyFee = dailyFee
  }

  /// The sector's power.
  public func power(_ size: SectorSize) -> PowerPair {
    let duration = expiration - powerBaseEpoch
    return PowerPair(
      raw: BigInt(size.rawValue),
      qa: SectorQuality.power(size, duration: duration, verifiedWeight: verifiedDealWeight))
  }
}

/// In CBOR a tuple of 16; of 15 without the daily fee if it was written before network version 25.
extension SectorOnChainInfo: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      number, sealProof, sealedCID, deprecatedDealIDs, activation, expiration, dealWeight, verifiedDealWeight,
      initialPledge, expectedDayReward, expectedStoragePledge, powerBaseEpoch, replacedDayReward, sectorKeyCID,
      flags, dailyFee)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let count = try decoder.array()
    guard count == 15 || count == 16 else { throw CBORError(.wrongCount, at: start, "\(count) fields") }
    number = try decoder.unsigned()
    sealProof = try RegisteredSealProof(from: &decoder)
    sealedCID = try decoder.link()
    deprecatedDealIDs = try [DealID](from: &decoder)
    activation = try decoder.integer()
    expiration = try decoder.integer()
    dealWeight = try BigInt(from: &decoder)
    verifiedDealWeight = try BigInt(from: &decoder)
    initialPledge = try TokenAmount(from: &decoder)
    expectedDayReward = try TokenAmount?(from: &decoder)
    expectedStoragePledge = try TokenAmount?(from: &decoder)
    powerBaseEpoch = try decoder.integer()
    replacedDayReward = try TokenAmount?(from: &decoder)
    sectorKeyCID = try CID?(from: &decoder)
    flags = try UInt32(from: &decoder)
    dailyFee = count == 16 ? try TokenAmount(from: &decoder) : .zero
  }
}

extension [SectorOnChainInfo] {
  /// The power of all the sectors.
  func power(_ size: SectorSize) -> PowerPair {
    reduce(.zero) { $0 + $1.power(size) }
  }

  /// Those of the sectors whose numbers are in a set, all of which must be there.
  func selecting(_ numbers: BitField) throws(ActorError) -> [SectorOnChainInfo] {
    let selected = filter { numbers.contains($0.number) }
    try FilActors.require(UInt64(selected.count) == numbers.count, .illegalState, "failed to find expected sectors")
    return selected
  }
}
