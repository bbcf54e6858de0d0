internal import FilChain
internal import FilCore
internal import FilMiner

/// Mines for one miner, epoch by epoch.
///
/// When an epoch's blocks have had the time to reach everybody, the miner proves its deadline, gets its new sectors on,
/// and settles on the tipset to build on; when the next epoch begins, it makes its block. The three go on beside each
/// other: neither a long proof nor a sector that takes hours to seal costs a block.
struct MiningLoop {
  private let node: Node
  private let miner: NodeMiner

  init(_ node: Node, _ miner: NodeMiner) {
    self.node = node
    self.miner = miner
  }

  func run() async {
    let loop = EpochLoop(node)
    await withDiscardingTaskGroup { group in
      group.addTask { await loop.run { _ in await postWindowPoSts() } }
      group.addTask { await loop.run { _ in await advanceSectors() } }
      group.addTask { await loop.run { epoch in await mine(after: epoch, loop) } }
    }
  }

  private func report(_ failure: String) { node.report(.minerFailed(miner.id, failure)) }

  private func postWindowPoSts() async {
    do {
      let report = try await miner.poster.post(on: node.environment.work)
      for signed in report.messages { await node.publish(signed) }
      if !report.skipped.isEmpty { self.report("window PoSt: sectors \(report.skipped) cannot be proven") }
      for failure in report.failures { self.report("window PoSt: \(failure)") }
    } catch {
      report("window PoSt: \(error)")
    }
  }

  private func advanceSectors() async {
    let report = await miner.factory.advance(on: node.environment.work)
    for signed in report.messages { await node.publish(signed) }
    for failure in report.failures {
      self.report("sector \(failure.sector.number): \(failure.isFinal ? "given up: " : "")\(failure.error)")
    }
  }

  private func mine(after settled: ChainEpoch, _ loop: EpochLoop) async {
    do {
      let base = try node.chain.follower.head()
      let epoch = settled + 1
      try await node.environment.clock.sleep(until: loop.begin(of: epoch))
      if base.epoch < epoch { try await mine(epoch, on: base) }
    } catch is CancellationError {
      return
    } catch {
      report("\(error)")
    }
  }

  private func mine(_ epoch: ChainEpoch, on base: Tipset) async throws {
    let outcome = try node.chain.follower.outcome(of: base)
    let block = try miner.producer.block(at: epoch, on: base, outcome: outcome) { (fee) throws(ProductionError) in
      do {
        return try node.chain.messages(at: epoch, after: outcome, baseFee: fee)
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
