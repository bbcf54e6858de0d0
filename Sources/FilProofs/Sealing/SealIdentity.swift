public import FilCore

/// Whose sector is sealed, and the randomness that the sealing is bound to.
public struct SealIdentity: Hashable, Sendable {
  /// The prover, see ``ProverID``.
  public let prover: Bytes32
  /// The sector's number.
  public let sector: UInt64
  /// Randomness of the chain from before the sealing.
  public let ticket: Bytes32

  /// An identity from the bytes of a prover.
  public init(prover: Bytes32, sector: UInt64, ticket: Bytes32) {
    self.prover = prover
    self.sector = sector
    self.ticket = ticket
  }

  /// The identity of a miner's sector.
  public init(_ sector: SectorID, ticket: Bytes32) {
    self.init(prover: ProverID.of(sector.miner), sector: sector.number, ticket: ticket)
  }
}
