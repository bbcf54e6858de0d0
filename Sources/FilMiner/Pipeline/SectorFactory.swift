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
  private let makeStorage: @Sendable (SectorNumber) -> InMemorySectorStorage
  private let state: Mutex<State>

  private struct State {
    var nextNumber: SectorNumber
    var jobs: [SectorJob<Blocks, InMemorySectorStorage, Scheme>] = []
  }

  /// A factory.
  ///
  /// - Parameters:
  ///   - node: The chain.
  ///   - worker: The key that sends the miner's messages.
  ///   - prover: The miner's sectors; new ones join them.
  ///   - sealProof: How sectors are sealed.
  ///   - storage: Makes the place for each sector's files.
  public init(
    node: ChainNode<Blocks>, worker: Address, prover: SectorProver<Scheme>, sealProof: RegisteredSealProof,
    storage: @escaping @Sendable (SectorNumber) -> InMemorySectorStorage = { _ in InMemorySectorStorage() }
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
  /// - Throws: `MinerError` with `piece` if it does not fit or is another piece than the deal's.
  public func add(_ deal: DealPiece, data: [UInt8]) throws(MinerError) {
    let number = state.withLock { state in
      defer { state.nextNumber += 1 }
      return state.nextNumber
    }
    var builder = try SectorBuilder(
      SectorID(miner: prover.miner, number: number), sealProof: sealProof, storage: makeStorage(number))
    try builder.add(data, expected: deal.piece)
    let job = SectorJob(builder, deals: [deal], worker: worker, node: node, prover: prover)
    state.withLock { $0.jobs.append(job) }
  }

  /// Does what is due at the head for each sector on its way.
  ///
  /// - Returns: The messages that were sent, for others to be told of.
  /// - Throws: `MinerError` with the first failure; the other sectors get on all the same.
  public func advance() throws(MinerError) -> [SignedMessage] {
    var jobs = state.withLock { state in
      defer { state.jobs = [] }
      return state.jobs
    }
    var sent: [SignedMessage] = []
    var failure: MinerError?
    for index in jobs.indices {
      do {
        if let signed = try jobs[index].advance() { sent.append(signed) }
      } catch {
        failure = failure ?? error
      }
    }
    let unfinished = jobs.filter { !$0.phase.isFinal }
    state.withLock { $0.jobs = unfinished + $0.jobs }
    if let failure, sent.isEmpty { throw failure }
    return sent
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
