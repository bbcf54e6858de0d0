public import FilActors
public import FilChain
public import FilCore
internal import FilCrypto
internal import FilVM

/// Reads the proofs of spacetime that a chain has stored, and verifies them: the chain itself does not.
public struct WindowPoStAudit<Blocks: Blockstore>: Sendable {
  /// A stored proof and whether it holds.
  public struct Finding: Hashable, Sendable {
    /// The deadline.
    public let deadline: UInt64
    /// The proof.
    public let proof: StoredWindowPoSt
    /// The epoch whose randomness it answers.
    public let challenge: ChainEpoch
    /// Whether it holds.
    public let isValid: Bool
  }

  private let node: ChainNode<Blocks>
  private let proofs: any ProofVerifier

  /// An audit.
  ///
  /// - Parameters:
  ///   - node: The chain.
  ///   - proofs: Verifies.
  public init(_ node: ChainNode<Blocks>, proofs: any ProofVerifier) {
    self.node = node
    self.proofs = proofs
  }

  /// Verifies the proofs of a miner's last windows.
  ///
  /// - Parameters:
  ///   - miner: The miner's number.
  ///   - sector: Only proofs that cover this sector; `nil` for all.
  /// - Returns: What was found, by deadline.
  /// - Throws: `MinerError`: `state` if the chain cannot be read, `proofs` if what is stored is no proof.
  public func findings(of miner: ActorID, covering sector: SectorNumber? = nil) throws(MinerError) -> [Finding] {
    let (head, tree) = try orFail(.state) { () throws(ChainError) in (try node.follower.head(), try node.headState()) }
    let state = try orFail(.state) { () throws(VMError) in try tree.state(MinerState.self, of: miner) }
    let deadlines = try orFail(.state) { () throws(ActorError) in try state.loadDeadlines(in: tree.store) }
    var findings: [Finding] = []
    for index in 0..<node.parameters.policy.windowPoStPeriodDeadlines {
      let stored = try orFail(.state) { () throws(ActorError) in
        try deadlines.load(index, in: tree.store).storedProofs(in: tree.store)
      }
      let challenge = lastWindow(index, of: state, at: head.epoch).challenge
      for proof in stored where sector.map(proof.sectorNumbers.contains) ?? true {
        let isValid = try holds(proof, of: miner, challenge: challenge, head)
        findings.append(Finding(deadline: index, proof: proof, challenge: challenge, isValid: isValid))
      }
    }
    return findings
  }

  /// The last time that a deadline closed.
  private func lastWindow(_ index: UInt64, of state: MinerState, at epoch: ChainEpoch) -> DeadlineInfo {
    let policy = node.parameters.policy
    let start = state.deadlineInfo(policy, at: epoch).periodStart
    let info = DeadlineInfo(policy, periodStart: start, index: index, at: epoch)
    // The state after the head has seen the end of the head's epoch.
    guard info.last > epoch else { return info }
    return DeadlineInfo(policy, periodStart: start - policy.windowPoStProvingPeriod, index: index, at: epoch)
  }

  private func holds(
    _ proof: StoredWindowPoSt, of miner: ActorID, challenge: ChainEpoch, _ head: Tipset
  ) throws(MinerError) -> Bool {
    let chain = TipsetRandomness(chain: node.chain, tipset: head, parameters: node.parameters)
    let digest = try orFail(.state) { () throws(VMError) in try chain.beaconDigest(at: challenge) }
    let randomness = Randomness.draw(
      baseDigest: digest, tag: RandomnessTag.windowedPoStChallengeSeed.rawValue, epoch: challenge,
      entropy: Address(id: miner).cbor)
    let info = PoStVerifyInfo(
      randomness: randomness, proofs: proof.proofs, sectors: proof.sectors, prover: miner)
    return try orFail(.proofs) { () throws(ProofVerifierError) in try proofs.verifyWindowPoSt(info) }
  }
}
