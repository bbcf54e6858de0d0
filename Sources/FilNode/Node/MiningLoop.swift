internal import FilChain
internal import FilCore
internal import FilMiner

/// Mines for one miner, epoch by epoch.
///
/// When an epoch's blocks have had the time to reach everybody, the miner proves its deadline and settles on the
/// tipset to build on; when the next epoch begins, it makes its block.
struct MiningLoop {
  private let node: Node
  private let miner: NodeMiner

  init(_ node: Node, _ miner: NodeMiner) {
    self.node = node
    self.miner = miner
  }

  func run() async {
    var epoch = self.epoch(at: node.environment.clock.now) + 1
    while !Task.isCancelled {
      do {
        let settled = begin(of: epoch - 1) + .seconds(node.parameters.propagationDelay)
        try await node.environment.clock.sleep(until: settled)
        await postWindowPoSts()
        await advanceSectors()
        let base = try node.chain.follower.head()
        try await node.environment.clock.sleep(until: begin(of: epoch))
        if base.epoch < epoch { try await mine(epoch, on: base) }
      } catch is CancellationError {
        return
      } catch {
        node.report(.minerFailed(miner.id, "\(error)"))
      }
      epoch += 1
    }
  }

  private func begin(of epoch: ChainEpoch) -> NetworkTime {
    NetworkTime(unixSeconds: node.parameters.timestamp(of: epoch) ?? .max)
  }

  private func epoch(at time: NetworkTime) -> ChainEpoch {
    let elapsed = time.unixSeconds - min(time.unixSeconds, node.parameters.genesisTime)
    return ChainEpoch(elapsed / node.parameters.blockDelay)
  }

  private func postWindowPoSts() async {
    do {
      for signed in try miner.poster.post() { await node.publish(signed) }
    } catch {
      node.report(.minerFailed(miner.id, "\(error)"))
    }
  }

  private func advanceSectors() async {
    do {
      for signed in try miner.factory.advance() { await node.publish(signed) }
    } catch {
      node.report(.minerFailed(miner.id, "\(error)"))
    }
  }

  private func mine(_ epoch: ChainEpoch, on base: Tipset) async throws {
    let outcome = try node.chain.follower.outcome(of: base)
    let block = try miner.producer.block(at: epoch, on: base, outcome: outcome) { (fee) throws(ProductionError) in
      do {
        return try node.chain.messages(baseFee: fee)
      } catch {
        throw ProductionError(.chain, "\(error)")
      }
    }
    guard let block else { return }
    try node.accept(block)
    node.report(.mined(block.header))
    await node.publish(block)
  }
}
