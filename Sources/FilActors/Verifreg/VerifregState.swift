public import FilCore

/// The state of the registry of verified data.
public struct VerifregState: Hashable, Sendable {
  /// Who names verifiers.
  public var rootKey: Address
  /// How many bytes each verifier may give: a map of integers by address.
  public var verifiers: CID
  /// How often datacap was taken away: a map by pairs of addresses.
  public var removeDataCapProposalIDs: CID
  /// Allocations: a map of maps of `Allocation` by client and number.
  public var allocations: CID
  /// The number of the next allocation; 0 is none.
  public var nextAllocationID: UInt64
  /// Claims: a map of maps of `Claim` by provider and number.
  public var claims: CID

  /// All fields.
  public init(
    rootKey: Address, verifiers: CID, removeDataCapProposalIDs: CID, allocations: CID, nextAllocationID: UInt64,
    claims: CID
  ) {
    self.rootKey = rootKey
    self.verifiers = verifiers
    self.removeDataCapProposalIDs = removeDataCapProposalIDs
    self.allocations = allocations
    self.nextAllocationID = nextAllocationID
    self.claims = claims
  }
}

extension VerifregState: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(rootKey, verifiers, removeDataCapProposalIDs, allocations, nextAllocationID, claims)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (rootKey, verifiers, removeDataCapProposalIDs, allocations, nextAllocationID, claims) = try decoder.tuple(
      Address.self, CID.self, CID.self, CID.self, UInt64.self, CID.self)
  }
}

extension VerifregState {
  /// A state that knows no one; empty maps are put in the store.
  package init(rootKey: Address, store: some Blockstore) throws(ActorError) {
    var empty = StateMap<Address, BigInt, _>(store: store)
    let root = try empty.flush()
    self.init(
      rootKey: rootKey, verifiers: root, removeDataCapProposalIDs: root, allocations: root, nextAllocationID: 1,
      claims: root)
  }

  /// How many bytes a verifier may give; `nil` if it is none.
  func allowance(of verifier: Address, in store: some Blockstore) throws(ActorError) -> BigInt? {
    try StateMap(root: verifiers, store: store).get(verifier)
  }

  /// Sets how many bytes a verifier may give.
  mutating func setAllowance(
    of verifier: Address, to bytes: BigInt, in store: some Blockstore
  ) throws(ActorError) {
    var map = try StateMap<Address, BigInt, _>(root: verifiers, store: store)
    try map.set(verifier, to: bytes)
    verifiers = try map.flush()
  }
}
