public import FilCore

/// A storage miner that is there from the first epoch on.
public struct GenesisMiner: Hashable, Sendable {
  /// Who creates it and pays for it: the address of an account of the genesis.
  public var owner: Address
  /// The key that signs its blocks; owner and worker of the miner.
  public var worker: Address
  /// Its libp2p peer ID; may be empty.
  public var peerID: [UInt8]
  /// Its sectors, all of one type.
  public var sectors: [GenesisSector]
  /// The type of its sectors.
  public var sealProof: RegisteredSealProof
  /// What it has in the market's escrow, in attoFIL.
  public var marketBalance: TokenAmount

  /// A miner.
  public init(
    owner: Address, worker: Address, peerID: [UInt8] = [], sealProof: RegisteredSealProof, sectors: [GenesisSector],
    marketBalance: TokenAmount = .zero
  ) {
    self.owner = owner
    self.worker = worker
    self.peerID = peerID
    self.sealProof = sealProof
    self.sectors = sectors
    self.marketBalance = marketBalance
  }
}
