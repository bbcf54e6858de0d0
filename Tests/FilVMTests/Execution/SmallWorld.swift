import FilActors
import FilCore
import FilVM

/// A machine on a state with the singletons that messages need, and two accounts.
struct SmallWorld {
  let machine: Machine<AnyBlockstore>
  let rich = Address(actorCreatedFrom: [1])
  let poor = Address(actorCreatedFrom: [2])
  static let richID: ActorID = 100
  static let poorID: ActorID = 101

  init(baseFee: TokenAmount = TokenAmount(atto: 100), store base: some Blockstore = MemoryBlockstore()) throws {
    let store = AnyBlockstore(base)
    let tree = StateTree(store: store)
    let codes = try ActorCodes(
      ActorType.allCases.map { ActorCodes.Entry($0, CID(codec: .raw, hash: .identity, digest: Array($0.name.utf8))) })
    var names = HAMTMap<Address, ActorID, AnyBlockstore>(store: store)
    for (address, id) in [(rich, Self.richID), (poor, Self.poorID)] { try names.set(address, to: id) }
    let initState = InitState(addressMap: try names.flush(), nextID: 1000, networkName: "small")
    tree.set(1, to: ActorRecord(code: codes[.`init`], head: try tree.put(initState)))
    for id: ActorID in [0, 2, 99] { tree.set(id, to: ActorRecord(code: codes[.account])) }
    for (address, id, balance) in [(rich, Self.richID, TokenAmount.fil(1)), (poor, Self.poorID, .zero)] {
      let head = try tree.put(AccountState(address: address))
      tree.set(id, to: ActorRecord(code: codes[.account], head: head, balance: balance))
    }
    let context = try MachineContext(
      epoch: 10, networkVersion: 28, baseFee: baseFee, circulatingSupply: .zero, chainID: 31_415_926, policy: Policy(),
      codes: codes, randomness: NoRandomness(), proofs: NoProofs())
    machine = try Machine(root: try tree.flush(), store: store, context: context)
  }

  func balance(_ id: ActorID) throws -> TokenAmount { try machine.tree.get(id)?.balance ?? .zero }

  /// All money that there is.
  func total() throws -> TokenAmount {
    var total = TokenAmount.zero
    for id in [ActorID](0...110) + [ActorID](1000...1010) { total = total + (try balance(id)) }
    return total
  }

  /// A transfer with enough gas.
  func transfer(
    to: Address, value: TokenAmount = TokenAmount(atto: 5), nonce: UInt64 = 0, gasLimit: Int64 = 20_000_000
  ) -> Message {
    Message(
      to: to, from: rich, nonce: nonce, value: value, gasLimit: gasLimit, gasFeeCap: TokenAmount(atto: 200),
      gasPremium: TokenAmount(atto: 10))
  }
}

private struct NoRandomness: ChainRandomness {
  func ticketDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 { throw VMError(.parameter, "none") }
  func beaconDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 { throw VMError(.parameter, "none") }
}

private struct NoProofs: ProofVerifier {
  func verifySeal(_ info: SealVerifyInfo) throws(ProofVerifierError) -> Bool { false }
  func verifyWinningPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool { false }
  func verifyWindowPoSt(_ info: PoStVerifyInfo) throws(ProofVerifierError) -> Bool { false }
  func winningPoStSectors(
    type: RegisteredPoStProof, prover: ActorID, randomness: Bytes32, eligible: UInt64
  ) throws(ProofVerifierError) -> [UInt64] { [] }
  func unsealedSectorCID(type: RegisteredSealProof, pieces: [PieceInfo]) throws(ProofVerifierError) -> CID {
    throw ProofVerifierError("none")
  }
}
