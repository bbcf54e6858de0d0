public import FilCore

/// The prices of what the virtual machine does, in milligas (the reference's price lists; FIP-0032 and later ones).
///
/// The charges themselves are methods, by what they are for.
public struct PriceList: Hashable, Sendable {
  /// A cost by a number of things, from the last start that is not above it; nothing below the first start.
  public struct Step: Hashable, Sendable {
    /// From how many on.
    public let start: Int
    /// The cost.
    public let cost: Gas
  }

  /// What verifying aggregates of a kind of seal costs.
  public struct AggregatePrice: Hashable, Sendable {
    /// For each seal.
    public let perProof: Gas
    /// For the aggregate, by the number of seals.
    public let steps: [Step]
  }

  var onChainMessageCompute = GasCost(flat: 38_863_000)
  var onChainMessageStorage = GasCost(flat: 46_800_000, perUnit: 1_300_000)
  var onChainReturnStorage = GasCost(perUnit: 1_300_000)
  var sendTransferFunds = Gas(milligas: 6_000_000)
  var sendInvokeMethod = Gas(milligas: 75_000_000)
  var actorLookup = Gas(milligas: 500_000_000)
  var actorUpdate = Gas(milligas: 475_000_000)
  var actorCreateStorage = Gas(milligas: 650_000_000)
  var addressLookup = Gas(milligas: 1_050_000_000)
  var addressAssignment = Gas(milligas: 1_000_000_000)
  var secp256k1Signature = GasCost(flat: 1_637_292_000, perUnit: 10_000)
  var blsSignature = GasCost(flat: 16_598_605_000, perUnit: 26_000)
  var secp256k1Recover = Gas(milligas: 1_637_292_000)
  var blsPairing = Gas(milligas: 8_299_302_000)
  var blsHashing = GasCost(perUnit: 7_000)
  var hashing: [MultihashCode: GasCost] = [
    .sha256: GasCost(perUnit: 7_000), .blake2b256: GasCost(perUnit: 10_000), .blake2b512: GasCost(perUnit: 10_000),
    .keccak256: GasCost(perUnit: 33_000), .ripemd160: GasCost(perUnit: 35_000),
  ]
  var computeUnsealedSectorCID = Gas(milligas: 98_647_000)
  var verifySeal = Gas(milligas: 42_000_000_000)
  var verifyAggregateSeals: [RegisteredSealProof: AggregatePrice] = [
    RegisteredSealProof(.v1_1, .gib32): .gib32, RegisteredSealProof(.v1_1, .gib64): .gib64,
    RegisteredSealProof(.nonInteractive, .gib32): .nonInteractiveGib32,
    RegisteredSealProof(.nonInteractive, .gib64): .nonInteractiveGib64,
  ]
  var verifyConsensusFault = Gas(milligas: 516_422_000)
  var verifyReplicaUpdate = Gas(milligas: 36_316_136_000)
  var verifyPoSt = GasCost(flat: 117_680_921_000, perUnit: 43_780_000)
  var lookback = GasCost(flat: 146_200_000, perUnit: 75_000)
  var blockAllocate = GasCost(perUnit: 2_000)
  var blockMemcpy = GasCost(perUnit: 400)
  var blockRetention = GasCost(perUnit: 10_000)
  var blockOpen = GasCost(flat: 187_440_000)
  var blockPersistStorage = GasCost(flat: 334_000_000, perUnit: 3_340_000)
  var blockPersistCompute = Gas(milligas: 172_000_000)
  var linkTracked = Gas(milligas: 300_000)
  var linkChecked = Gas(milligas: 300_000)
  var eventPerEntry = GasCost(flat: 2_000_000, perUnit: 1_400_000)
  var utf8Validation = GasCost(flat: 500_000, perUnit: 16_000)
  var eventOverheadBytes = 12
  var eventEntryOverheadBytes = 9
  /// The actors whose lookup is never charged.
  public internal(set) var preloadedActors: Set<ActorID> = [0, 1, 2, 3, 4, 5, 6, 7, 10, 99]

  /// The prices of network versions 21 to 24.
  public static let watermelon: PriceList = {
    var prices = PriceList()
    prices.verifySeal = Gas(milligas: 2_000_000)
    for size in [SectorSize.gib32, .gib64] {
      prices.verifyAggregateSeals[RegisteredSealProof(.nonInteractive, size)] = nil
    }
    return prices
  }()

  /// The prices from network version 25 on.
  public static let teep = PriceList()

  /// The prices at a network version; `nil` before version 21.
  public static func at(networkVersion: UInt32) -> PriceList? {
    guard networkVersion >= 21 else { return nil }
    return networkVersion >= 25 ? teep : watermelon
  }
}
