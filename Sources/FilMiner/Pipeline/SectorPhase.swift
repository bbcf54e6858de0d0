public import FilCore

/// How far a sector is on its way to the chain.
public enum SectorPhase: Sendable {
  /// Its pieces are in it.
  case packed
  /// It is sealed with randomness of an epoch.
  case sealed(SealedSector, ticketEpoch: ChainEpoch)
  /// The message that pre-commits it is sent.
  case preCommitSent(SealedSector, message: CID)
  /// It is pre-committed since an epoch and waits for the randomness that its proof is about.
  case preCommitted(SealedSector, at: ChainEpoch)
  /// The message that proves it is sent.
  case proofSent(SealedSector, message: CID)
  /// It is on the chain.
  case active(SealedSector)
  /// It will not get there.
  case failed(String)
}
