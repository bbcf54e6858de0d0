public import FilCore
public import FilCrypto

/// Which drand network a chain draws its randomness from, epoch by epoch.
public struct BeaconSchedule: Hashable, Sendable {
  /// A drand network and the epoch from which on it is used.
  public struct Entry: Hashable, Sendable {
    /// The first epoch.
    public let start: ChainEpoch
    /// The drand network.
    public let chain: DrandChain

    /// An entry.
    public init(from start: ChainEpoch, _ chain: DrandChain) {
      self.start = start
      self.chain = chain
    }
  }

  /// The drand network from the genesis on.
  public let first: DrandChain
  /// Those that followed it, by rising epochs.
  public let later: [Entry]

  /// A schedule.
  public init(_ first: DrandChain, later: [Entry] = []) {
    self.first = first
    self.later = later.sorted { $0.start < $1.start }
  }

  /// The drand network of an epoch.
  public func chain(at epoch: ChainEpoch) -> DrandChain {
    later.last { $0.start <= epoch }?.chain ?? first
  }

  /// Mainnet's.
  public static let mainnet = BeaconSchedule(
    .incentinet, later: [Entry(from: 51_000, .mainnet), Entry(from: 3_855_480, .quicknet)])
}
