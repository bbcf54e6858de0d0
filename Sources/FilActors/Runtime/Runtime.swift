public import FilCore

/// All that an actor sees of the world: its state, the call, the chain, and other actors.
///
/// A runtime is an object that lives for one call. Actors are generic over it, so that a node, a test harness and a
/// simulation run the same code (the names and the behaviour follow the reference's runtime interface).
public protocol Runtime: AnyObject {
  /// The store that holds states.
  associatedtype Store: Blockstore

  /// The store that holds states.
  var store: Store { get }
  /// The network's parameters for actors.
  var policy: Policy { get }
  /// The network's version at this epoch.
  var networkVersion: UInt32 { get }
  /// The call.
  var message: MessageContext { get }
  /// The current epoch.
  var epoch: ChainEpoch { get }
  /// The chain's number among those that speak Ethereum's protocols.
  var chainID: UInt64 { get }
  /// The money in circulation at the beginning of the epoch.
  var circulatingSupply: TokenAmount { get }
  /// The base fee in attoFIL.
  var baseFee: TokenAmount { get }
  /// The receiver's balance, with the value received.
  var balance: TokenAmount { get }

  /// Requires that the call goes on: that its gas is not used up, and that the machine can go on.
  ///
  /// Native code is not stopped from outside when that happens, all that it asks for just fails from then on. So whoever
  /// goes on after a failure asks this first.
  ///
  /// - Throws: `ActorError` if nothing that the actor still does counts.
  func requireRunning() throws(ActorError)

  /// Requires that the caller is one of those that may call; each method does this once.
  ///
  /// - Throws: `ActorError` with `forbidden` for others, `actorAssertionFailed` if it was done before.
  func validateCaller(_ rule: CallerRule) throws(ActorError)

  /// The balance of an actor; `nil` if it does not exist.
  func balance(of actor: ActorID) -> TokenAmount?
  /// The number of the actor with an address; `nil` if there is none. Numbers resolve to themselves.
  func resolve(_ address: Address) -> ActorID?
  /// The delegated address of an actor; `nil` if it does not exist or has none.
  func delegatedAddress(of actor: ActorID) -> Address?
  /// The code of an actor; `nil` if it does not exist.
  func code(of actor: ActorID) -> CID?
  /// Which built-in actor a code is; `nil` if it is none.
  func type(of code: CID) -> ActorType?
  /// The code of a built-in actor.
  func code(for type: ActorType) -> CID

  /// Randomness from the chain's tickets.
  ///
  /// - Throws: `ActorError` with `illegalArgument` for an epoch that is not behind or too far back.
  func ticketRandomness(
    _ tag: RandomnessTag, epoch: ChainEpoch, entropy: [UInt8]
  ) throws(ActorError) -> Bytes32
  /// Randomness from the beacon.
  ///
  /// - Throws: `ActorError` with `illegalArgument` for an epoch that is not behind or too far back.
  func beaconRandomness(
    _ tag: RandomnessTag, epoch: ChainEpoch, entropy: [UInt8]
  ) throws(ActorError) -> Bytes32

  /// The root of the receiver's state.
  ///
  /// - Throws: `ActorError` with `illegalState` if the receiver was deleted.
  func stateRoot() throws(ActorError) -> CID
  /// Sets the root of the receiver's state.
  ///
  /// - Throws: `ActorError`: `illegalState` if the receiver was deleted, `readOnly` in a read-only call.
  func setStateRoot(_ root: CID) throws(ActorError)
  /// Marks the beginning and the end of a change of the state, in which calls of other actors are refused.
  func setInTransaction(_ value: Bool)

  /// Calls another actor, or moves money.
  ///
  /// - Parameters:
  ///   - to: Whom.
  ///   - method: The method; 0 moves money only.
  ///   - params: The parameters.
  ///   - value: The money that moves.
  ///   - gasLimit: The most gas that the call may use; all that is left if `nil`.
  ///   - flags: Restrictions.
  /// - Returns: How the callee ended and what it returned.
  /// - Throws: `SyscallError` if there was no call.
  func send(
    to: Address, method: MethodNumber, params: IPLDBlock?, value: TokenAmount, gasLimit: UInt64?, flags: SendFlags
  ) throws(SyscallError) -> SendResult

  /// The address of an actor that the receiver is about to create; another at each call.
  ///
  /// - Throws: `ActorError` if the machine refuses.
  func newActorAddress() throws(ActorError) -> Address
  /// Creates an actor with an empty state; only the init actor may.
  ///
  /// - Throws: `ActorError`: `illegalArgument` for a code that is not to be created, `forbidden` if the actor exists.
  func createActor(code: CID, id: ActorID, delegatedAddress: Address?) throws(ActorError)
  /// Emits an event.
  ///
  /// - Throws: `ActorError` with `actorAssertionFailed` if the machine refuses it.
  func emit(_ event: ActorEvent) throws(ActorError)

  /// The BLAKE2b-256 digest of bytes.
  func blake2b256(_ bytes: [UInt8]) -> Bytes32
  /// Whether a signature of bytes by a key holds; not, too, if the signer is no key.
  func verifySignature(_ signature: Signature, signer: Address, of bytes: [UInt8]) -> Bool
  /// The commitment to a sector's data from its pieces.
  ///
  /// - Throws: `SyscallError` if the pieces do not make a sector.
  func unsealedSectorCID(type: RegisteredSealProof, pieces: [PieceInfo]) throws(SyscallError) -> CID
  /// Whether the proof of a deadline holds.
  ///
  /// - Throws: `SyscallError` if the inputs are no inputs of such a proof.
  func verifyPoSt(_ info: PoStVerifyInfo) throws(SyscallError) -> Bool
  /// Whether the proof of each seal holds, in the same order.
  ///
  /// - Throws: `SyscallError` if the machine refuses.
  func verifySeals(_ infos: [SealVerifyInfo]) throws(SyscallError) -> [Bool]
  /// Whether an aggregate of seals holds.
  ///
  /// - Throws: `SyscallError` if the inputs are no inputs of such a proof.
  func verifyAggregateSeals(_ info: AggregateSealVerifyInfo) throws(SyscallError) -> Bool
}
