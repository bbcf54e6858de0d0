internal import FilActors
public import FilCore
internal import FilCrypto
internal import FilVM

extension NetworkParameters {
  /// Filecoin itself.
  public static let mainnet = NetworkParameters(
    name: "mainnet", genesisTime: 1_598_306_400, upgrades: .mainnet, blockDelay: 30, propagationDelay: 10,
    lookback: 900, finality: 900, expectedLeaders: 5, beacons: .mainnet, fees: BaseFeeRules(), policy: Policy(),
    actorCodes: .mainnetV18, ethereumChainID: 314, initialReserve: .fil(300_000_000), addressNetwork: .mainnet,
    maxMessageBytes: 64 << 10, maxBlockBytes: 1 << 20)

  /// Lotus's small private network ("2k"): sectors of 2 KiB and 8 MiB, all upgrades before the genesis.
  ///
  /// Name, genesis time and the beacon's key are those of the genesis block at hand: set them.
  public static let devnet: NetworkParameters = {
    var fees = BaseFeeRules()
    fees.breezeDuration = 0
    return NetworkParameters(
      name: "2k", genesisTime: 0, upgrades: .devnet, blockDelay: 4, propagationDelay: 1, lookback: 900,
      finality: 900, expectedLeaders: 5, beacons: BeaconSchedule(.quicknet), fees: fees, policy: .devnet,
      actorCodes: .devnetV18, ethereumChainID: 31_415_926, initialReserve: .fil(1_400_000_000),
      addressNetwork: .testnet, maxMessageBytes: 64 << 10, maxBlockBytes: 1 << 20)
  }()

  /// The network for tests: the rules of `devnet` with short periods, and room for proofs without SNARK.
  public static let local = local(seed: .zero)

  /// The network for tests, with a beacon of its own.
  ///
  /// - Parameter seed: What the beacon's key is made of: `LocalBeacon(seed:genesisTime:period:)` with the network's
  ///   genesis time and block delay makes its rounds.
  /// - Returns: The parameters.
  public static func local(seed: Bytes32) -> NetworkParameters {
    var parameters = NetworkParameters.devnet
    parameters.name = "local"
    parameters.genesisTime = 1_700_000_000
    parameters.blockDelay = 30
    parameters.propagationDelay = 6
    parameters.lookback = 20
    parameters.finality = 20
    let beacon = LocalBeacon(seed: seed, genesisTime: parameters.genesisTime, period: parameters.blockDelay)
    parameters.beacons = BeaconSchedule(beacon.chain)
    parameters.policy = .local
    parameters.maxMessageBytes = 1 << 20
    parameters.maxBlockBytes = 1 << 20
    return parameters
  }
}
