public import FilCore

/// Who runs a miner, and what it seals; addresses are numbers.
public struct MinerInfo: Hashable, Sendable {
  /// Who owns the miner.
  public var owner: Address
  /// Who signs its blocks.
  public var worker: Address
  /// Who else may send its messages.
  public var controlAddresses: [Address]
  /// A new worker that waits.
  public var pendingWorkerKey: WorkerKeyChange?
  /// Its libp2p identity.
  public var peerID: [UInt8]
  /// Where it is reached.
  public var multiaddrs: [[UInt8]]
  /// The proof of its sectors.
  public var windowPoStProofType: RegisteredPoStProof
  /// The size of its sectors in bytes.
  public var sectorSizeBytes: UInt64
  /// How many sectors a partition has.
  public var windowPoStPartitionSectors: UInt64
  /// Until when it is barred for a consensus fault.
  public var consensusFaultElapsed: ChainEpoch
  /// A new owner that has not confirmed.
  public var pendingOwner: Address?
  /// Who gets what is withdrawn.
  public var beneficiary: Address
  /// What the beneficiary may withdraw.
  public var beneficiaryTerm: BeneficiaryTerm
  /// A new beneficiary that is not approved yet.
  public var pendingBeneficiaryTerm: PendingBeneficiaryChange?

  /// The information of a new miner.
  ///
  /// - Throws: `ActorError` with `illegalArgument` for a proof type that does not exist.
  init(
    owner: ActorID, worker: ActorID, controlAddresses: [ActorID], _ params: MinerConstructorParams
  ) throws(ActorError) {
    let type = params.windowPoStProofType
    self.owner = Address(id: owner)
    self.worker = Address(id: worker)
    self.controlAddresses = controlAddresses.map { Address(id: $0) }
    peerID = params.peerID
    multiaddrs = params.multiaddrs
    windowPoStProofType = type
    sectorSizeBytes = try type.sectorSize.orAbort(.illegalArgument, "invalid sector size").rawValue
    windowPoStPartitionSectors = try type.windowPartitionSectors.orAbort(
      .illegalArgument, "invalid partition sectors")
    consensusFaultElapsed = -1
    beneficiary = Address(id: owner)
    beneficiaryTerm = BeneficiaryTerm(quota: .zero, usedQuota: .zero, expiration: 0)
  }

  /// The size of its sectors.
  ///
  /// - Throws: `ActorError` with `illegalState` for a size that does not exist.
  public func sectorSize() throws(ActorError) -> SectorSize {
    try SectorSize(rawValue: sectorSizeBytes).orAbort(.illegalState, "sector size \(sectorSizeBytes)")
  }

  /// All who may send the miner's messages: control addresses, worker and owner.
  public var controllers: [Address] { controlAddresses + [worker, owner] }
}

extension MinerInfo: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      owner, worker, controlAddresses, pendingWorkerKey, peerID, multiaddrs, windowPoStProofType, sectorSizeBytes,
      windowPoStPartitionSectors, consensusFaultElapsed, pendingOwner, beneficiary, beneficiaryTerm,
      pendingBeneficiaryTerm)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      owner, worker, controlAddresses, pendingWorkerKey, peerID, multiaddrs, windowPoStProofType, sectorSizeBytes,
      windowPoStPartitionSectors, consensusFaultElapsed, pendingOwner, beneficiary, beneficiaryTerm,
      pendingBeneficiaryTerm
    ) = try decoder.tuple(
      Address.self, Address.self, [Address].self, WorkerKeyChange?.self, [UInt8].self, [[UInt8]].self,
      RegisteredPoStProof.self, UInt64.self, UInt64.self, ChainEpoch.self, Address?.self, Address.self,
      BeneficiaryTerm.self, PendingBeneficiaryChange?.self)
  }
}
