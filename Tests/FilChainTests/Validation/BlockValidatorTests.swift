import FilActors
import FilChain
import FilCore
import FilCrypto
import FilStore
import FilVM
import Testing

@Suite("Block rules", .timeLimit(.minutes(15)))
struct BlockValidatorTests {
  /// A block with BLS, secp256k1 and Ethereum messages.
  private static let epoch: ChainEpoch = 58
  private let recording: Recording
  private let block: FullBlock
  private let outcome: TipsetOutcome

  init() throws {
    recording = try Recording()
    (block, outcome) = try recording.block(BlockValidatorTests.epoch)
  }

  /// What the block's proof must be about: the first sector that counted in the genesis.
  private func challenge() throws -> PoStVerifyInfo {
    let root = try recording.tipset(1).tipset.parentStateRoot
    let tree = try StateTree(root: root, store: recording.chain.blocks)
    let miner = try tree.state(MinerState.self, of: 1_000)
    let sector = try #require(try miner.sector(0, in: recording.chain.blocks))
    let beacon = try #require(block.header.beaconEntries.last)
    return PoStVerifyInfo(
      randomness: Election.winningPoStSeed(
        beacon: beacon.signature, round: block.header.height, miner: block.header.miner),
      proofs: block.header.winningPoStProof,
      sectors: [PoStSector(sealProof: sector.sealProof, number: 0, sealedCID: sector.sealedCID)], prover: 1_000)
  }

  private func validator() throws -> BlockValidator<SnapshotBlockstore> {
    BlockValidator(
      chain: recording.chain, parameters: recording.parameters, proofs: FixedProofs(accepted: try challenge()))
  }

  private func broken(_ block: FullBlock) throws -> Set<BlockRule?> {
    let now = self.block.header.timestamp
    return Set(try validator().failures(of: block, parentOutcome: outcome, now: now).map(\.rule))
  }

  @Test("the recorded block keeps all rules")
  func accepted() throws {
    #expect(block.messages.bls.count >= 2 && block.messages.secp256k1.count >= 2)
    #expect(Set(block.messages.secp256k1.map(\.signature.type)) == [.secp256k1, .delegated])
    #expect(try broken(block) == [])
    let checked = try validator().check(block, parentOutcome: outcome, now: block.header.timestamp)
    #expect(checked.uncheckedRules == [])
    #expect(checked.cid == block.header.cid && checked.parents.epoch == BlockValidatorTests.epoch - 1)
    let bare = BlockValidator(chain: recording.chain, parameters: recording.parameters)
    #expect(try bare.check(block, parentOutcome: outcome).uncheckedRules == [.winningPoSt, .clock])
  }

  @Test("a changed field breaks its rules and no others", arguments: BlockChange.header + BlockChange.messages)
  func changed(change: BlockChange) throws {
    var changed = block
    try change.apply(&changed)
    let rules = change.broken.union([.blockSignature])
    let found = try broken(changed)
    #expect(found == Set(rules))
    let first = BlockRule.allCases.first(where: rules.contains)
    #expect(throws: BlockFailure.refused(BlockError(try #require(first), ""))) {
      try validator().check(changed, parentOutcome: outcome, now: block.header.timestamp)
    }
  }

  @Test("fields without which nothing can be checked are refused first")
  func firstRules() throws {
    let parents = block.header.parents
    let changes: [(BlockRule, (inout BlockHeader) -> Void)] = [
      (.syntax, { $0.ticket = nil }), (.syntax, { $0.electionProof = nil }), (.syntax, { $0.blockSignature = nil }),
      (.syntax, { $0.blsAggregate = nil }), (.parents, { $0.parents = [] }), (.parents, { $0.parents += parents }),
      (.height, { $0.height -= 1 }), (.height, { $0.height = .min }), (.lookback, { $0.height = .max }),
    ]
    for (rule, change) in changes {
      var changed = block
      change(&changed.header)
      #expect(try broken(changed) == [rule])
    }
    var orphan = block
    orphan.header.parents = [CID(dagCBOR: [0x02])]
    #expect(throws: BlockFailure.undecided(ChainError(.store, ""))) {
      try validator().check(orphan, parentOutcome: outcome)
    }
  }

  @Test(
    "whoever was no miner at the lookback is refused: an actor of another kind, a later miner, nobody",
    arguments: [ActorID(100), 1_001, 99_999])
  func noMiner(id: ActorID) throws {
    var changed = block
    changed.header.miner = Address(id: id)
    #expect(try broken(changed) == [.minerEligible, .winCount, .winningPoSt])
  }

  @Test("a miner that is named by a key is refused")
  func minerByKey() throws {
    var changed = block
    changed.header.miner = Address(actorCreatedFrom: [1])
    #expect(try broken(changed).contains(.syntax))
  }

  @Test("a network's own limits count")
  func limits() throws {
    var parameters = recording.parameters
    parameters.maxBlockMessages = block.messages.count - 1
    parameters.ethereumChainID += 1
    let rules = BlockValidator(chain: recording.chain, parameters: parameters)
      .failures(of: block, parentOutcome: outcome).map(\.rule)
    #expect(rules == [.messageCount, .secpSignature])
  }

  @Test("null rounds have their beacon entries, and must not outnumber the lookback")
  func nullRounds() throws {
    let (late, outcome) = try recording.block(95)
    #expect(late.header.beaconEntries.count == 5)
    var parameters = recording.parameters
    #expect(
      BlockValidator(chain: recording.chain, parameters: parameters).failures(of: late, parentOutcome: outcome) == [])
    var missing = late
    missing.header.beaconEntries.removeFirst()
    let rules = BlockValidator(chain: recording.chain, parameters: parameters)
      .failures(of: missing, parentOutcome: outcome).map(\.rule)
    #expect(rules == [.beaconEntries, .blockSignature])
    parameters.lookback = 5
    #expect(
      BlockValidator(chain: recording.chain, parameters: parameters).failures(of: late, parentOutcome: outcome)
        == [.refused(BlockError(.lookback, ""))])
  }

  @Test("every rule is broken by some block of these tests")
  func everyRule() {
    let changes = (BlockChange.header + BlockChange.messages).reduce(into: Set<BlockRule>()) { $0.formUnion($1.broken) }
    #expect(
      changes.union([.blockSignature, .minerEligible, .parents, .height, .lookback, .messageCount])
        == Set(BlockRule.allCases))
  }
}
