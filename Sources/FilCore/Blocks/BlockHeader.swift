/// The header of a block (specification, "Block").
public struct BlockHeader: Hashable, Sendable {
  /// Who made the block.
  public var miner: Address
  /// The block's ticket; absent in no valid block.
  public var ticket: Ticket?
  /// The proof that the miner was elected; absent in no valid block.
  public var electionProof: ElectionProof?
  /// The rounds of the beacon since the parents' epoch.
  public var beaconEntries: [BeaconEntry]
  /// The proof that the miner holds the sectors that were drawn.
  public var winningPoStProof: [PoStProof]
  /// The blocks of the parent tipset, in its order.
  public var parents: [CID]
  /// The weight of the chain up to and with the parents.
  public var parentWeight: BigInt
  /// The epoch.
  public var height: ChainEpoch
  /// The state after the parents' messages.
  public var parentStateRoot: CID
  /// The array of the receipts of the parents' messages.
  public var parentMessageReceipts: CID
  /// The block's messages: a pair of arrays, BLS and secp256k1.
  public var messages: CID
  /// The aggregate of the signatures of the block's BLS messages.
  public var blsAggregate: Signature?
  /// When the epoch begins, in seconds since 1970.
  public var timestamp: UInt64
  /// The signature of the miner's worker over the header without this field.
  public var blockSignature: Signature?
  /// Not used by any rule.
  public var forkSignaling: UInt64
  /// The base fee after the parents, in attoFIL per unit of gas.
  public var parentBaseFee: TokenAmount

  /// A header with all its fields.
  public init(
    miner: Address, ticket: Ticket?, electionProof: ElectionProof?, beaconEntries: [BeaconEntry],
    winningPoStProof: [PoStProof], parents: [CID], parentWeight: BigInt, height: ChainEpoch,
    parentStateRoot: CID, parentMessageReceipts: CID, messages: CID, blsAggregate: Signature?,
    timestamp: UInt64, blockSignature: Signature?, forkSignaling: UInt64 = 0, parentBaseFee: TokenAmount
  ) {
    self.miner = miner
    self.ticket = ticket
    self.electionProof = electionProof
    self.beaconEntries = beaconEntries
    self.winningPoStProof = winningPoStProof
    self.parents = parents
    self.parentWeight = parentWeight
    self.height = height
    self.parentStateRoot = parentStateRoot
    self.parentMessageReceipts = parentMessageReceipts
    self.messages = messages
    self.blsAggregate = blsAggregate
    self.timestamp = timestamp
    self.blockSignature = blockSignature
    self.forkSignaling = forkSignaling
    self.parentBaseFee = parentBaseFee
  }

  /// The CID that names the block.
  public var cid: CID { CID(dagCBOR: cbor) }

  /// What the worker signs: the header without its signature.
  public var signedBytes: [UInt8] {
    var unsigned = self
    unsigned.blockSignature = nil
    return unsigned.cbor
  }
}

extension BlockHeader: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      miner, ticket, electionProof, beaconEntries, winningPoStProof, parents, parentWeight, height,
      parentStateRoot, parentMessageReceipts, messages, blsAggregate, timestamp, blockSignature,
      forkSignaling, parentBaseFee)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    // Field by field: for what is read most, a tuple of so many generic fields is slow.
    try decoder.array(count: 16)
    miner = try Address(from: &decoder)
    ticket = try Ticket?(from: &decoder)
    electionProof = try ElectionProof?(from: &decoder)
    beaconEntries = try [BeaconEntry](from: &decoder)
    winningPoStProof = try [PoStProof](from: &decoder)
    parents = try [CID](from: &decoder)
    parentWeight = try BigInt(from: &decoder)
    height = try ChainEpoch(from: &decoder)
    parentStateRoot = try decoder.link()
    parentMessageReceipts = try decoder.link()
    messages = try decoder.link()
    blsAggregate = try Signature?(from: &decoder)
    timestamp = try decoder.unsigned()
    blockSignature = try Signature?(from: &decoder)
    forkSignaling = try decoder.unsigned()
    parentBaseFee = try TokenAmount(from: &decoder)
  }
}
