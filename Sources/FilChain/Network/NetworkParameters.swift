public import FilActors
public import FilCore
public import FilVM

/// What tells one Filecoin network from another; everything else is the same for all.
///
/// Start from one of the networks and change what you need:
///
/// ```swift
/// var parameters = NetworkParameters.devnet
/// parameters.blockDelay = 30
/// ```
public struct NetworkParameters: Hashable, Sendable {
  /// The network's name, as peers know it.
  public var name: String
  /// When epoch 0 begins, in seconds since 1970.
  public var genesisTime: UInt64
  /// When the network changes its rules.
  public var upgrades: UpgradeSchedule
  /// The seconds of an epoch.
  public var blockDelay: UInt64
  /// The seconds that a block may take to reach everybody.
  public var propagationDelay: UInt64
  /// The seconds that a block's timestamp may be ahead of the clock.
  public var allowableClockDrift: UInt64 = 1
  /// How many epochs back the power, worker key and sectors of an election are looked up.
  public var lookback: ChainEpoch
  /// After how many epochs a tipset counts as settled.
  public var finality: ChainEpoch
  /// The expected number of winners of an epoch.
  public var expectedLeaders: Int64
  /// Where randomness comes from.
  public var beacons: BeaconSchedule
  /// How the base fee moves, and how much gas a block has.
  public var fees: BaseFeeRules
  /// What actors read.
  public var policy: Policy
  /// The codes of the built-in actors.
  public var actorCodes: ActorCodes
  /// The number of the network among Ethereum's chains.
  public var ethereumChainID: UInt64
  /// What the reserve account f090 counted at first for the circulating supply (FIP-0100).
  public var initialReserve: TokenAmount
  /// The letter before addresses in text.
  public var addressNetwork: AddressNetwork
  /// The most messages of a block.
  public var maxBlockMessages = 10_000
  /// The longest message that is passed on, in bytes.
  public var maxMessageBytes: Int
  /// The longest block, with the CIDs of its messages, that is passed on, in bytes.
  public var maxBlockBytes: Int

  /// All money that will ever be.
  public static let totalSupply = TokenAmount.fil(2_000_000_000)

  /// The network version of an epoch.
  public func networkVersion(at epoch: ChainEpoch) -> UInt32 { upgrades.networkVersion(at: epoch) }

  /// When an epoch begins, in seconds since 1970; `nil` if that is no 64-bit number.
  public func timestamp(of epoch: ChainEpoch) -> UInt64? {
    UInt64(exactly: Int128(genesisTime) + Int128(epoch) * Int128(blockDelay))
  }
}
