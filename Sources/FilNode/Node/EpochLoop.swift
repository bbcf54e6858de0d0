internal import FilChain
internal import FilCore

/// Does something once an epoch, when the blocks of that epoch have had the time to reach everybody.
struct EpochLoop {
  private let node: Node

  init(_ node: Node) {
    self.node = node
  }

  /// Runs until the task is cancelled.
  ///
  /// - Parameter body: Told of the epoch that has settled. Epochs that pass while it runs are left out.
  func run(_ body: (ChainEpoch) async -> Void) async {
    var epoch = current
    while !Task.isCancelled {
      let settled = begin(of: epoch) + .seconds(node.parameters.propagationDelay)
      guard (try? await node.environment.clock.sleep(until: settled)) != nil else { return }
      await body(epoch)
      epoch = max(epoch + 1, current)
    }
  }

  /// The epoch of the clock.
  private var current: ChainEpoch {
    let time = node.environment.clock.now.unixSeconds
    let elapsed = time - min(time, node.parameters.genesisTime)
    return ChainEpoch(elapsed / node.parameters.blockDelay)
  }

  /// When an epoch begins.
  func begin(of epoch: ChainEpoch) -> NetworkTime {
    NetworkTime(unixSeconds: node.parameters.timestamp(of: epoch) ?? .max)
  }
}
