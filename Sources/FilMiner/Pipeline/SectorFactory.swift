public import FilChain
public import FilCore
public import FilProofs
internal import Synchronization

/// Puts pieces of deals into sectors, one deal in each, and brings these to the chain.
public final class SectorFactory<Blocks: Blockstore, Scheme: ProofScheme>: Sendable {
  private let node: ChainNode<Blocks>
  private let worker: Address
  private let prover: SectorProver<Scheme>
  private let sealProof: RegisteredSealProof
  private let makeStorage: @Sendable (SectorID) throws -> any SectorStorage
  private let state: Mutex<State>

  private struct State {
    var nextNumber: SectorNumber
    var jobs: [SectorJob<Blocks, Scheme>] = []
  }

  /// A factory.
  ///
  /// - Parameters:
  ///   - node: The chain.
  ///   - worker: The key that sends the miner's messages.
  ///   - prover: The miner's sectors; new ones join them.
  ///   - sealProof: How sectors are sealed.
  ///   - storage: Makes the place for each sector's files; in memory unless told otherwise.
  public init(
    node: ChainNode<Blocks>, worker: Address, prover: SectorProver<Scheme>, sealProof: RegisteredSealProof,
    storage: @escaping @Sendable (SectorID) throws -> any SectorStorage = { _ in InMemorySectorStorage() }
  ) {
    self.node = node
    self.worker = worker
    self.prover = prover
    self.sealProof = sealProof
    makeStorage = storage
    state = Mutex(State(nextNumber: (prover.sectors.all.last?.id.number).map { $0 + 1 } ?? 0))
  }

  /// Takes a piece: packs it into a sector of its own.
  ///
  /// - Parameters:
  ///   - deal: The deal.
  ///   - data: Its data, without padding.
  /// - Throws: `MinerError`: `piece` if it does not fit or is another piece than the deal's, `storage` if there is no
  ///   place for it. Nothing is left of the sector then, and its number is not used again.
  public func add(_ deal: DealPiece, data: [UInt8]) throws(MinerError) {
    let number = state.withLock { state in
      defer { state.nextNumber += 1 }
      return state.nextNumber
    }
    let id = SectorID(miner: prover.miner, number: number)
    let storage = try orFail(.storage) { () throws(any Error) in try makeStorage(id) }
    var builder = try SectorBuilder(id, sealProof: sealProof, storage: storage)
    do {
      try builder.add(data, expected: deal.piece)
    } catch {
      builder.discard()
      throw error
    }
    let job = SectorJob(builder, deals: [deal], worker: worker, node: node, prover: prover)
    state.withLock { $0.jobs.append(job) }
  }

  /// Does what is due at the head for each sector on its way; to be called by one task at a time.
  ///
  /// Sectors do not hinder each other. One that cannot get on now, because a disk is full for instance, is tried again
  /// by the next call; one that never will is given up.
  ///
  /// - Parameter work: Where sectors are sealed and proven.
  /// - Returns: What was sent, and what went wrong.
  public func advance(on work: any WorkPool) async -> FactoryReport {
    let jobs = state.withLock { state in
      defer { state.jobs = [] }
      return state.jobs
    }
    var report = FactoryReport()
    var unfinished: [SectorJob<Blocks, Scheme>] = []
    for var job in jobs {
      await advance(&job, on: work, &report)
      if !job.phase.isFinal { unfinished.append(job) }
    }
    let rest = unfinished
    state.withLock { $0.jobs = rest + $0.jobs }
    return report
  }

  private func advance(
    _ job: inout SectorJob<Blocks, Scheme>, on work: any WorkPool, _ report: inout FactoryReport
  ) async {
    do {
      if let signed = try await job.advance(on: work) { report.messages.append(signed) }
      guard case .failed(let reason) = job.phase else { return }
      report.failures.append(FactoryReport.Failure(sector: job.id, error: MinerError(.proofs, reason), isFinal: true))
    } catch {
      report.failures.append(FactoryReport.Failure(sector: job.id, error: error, isFinal: job.phase.isFinal))
    }
  }

  /// The sectors on their way.
  public var phases: [(sector: SectorID, phase: SectorPhase)] {
    state.withLock { $0.jobs.map { ($0.id, $0.phase) } }
  }
}

extension SectorPhase {
  /// Whether nothing more will happen.
  var isFinal: Bool {
    switch self {
    case .active, .failed: true
    default: false
    }
  }
}
