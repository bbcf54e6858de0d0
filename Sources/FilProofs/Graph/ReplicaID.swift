public import FilCore

/// The identity of a replica: it makes every label of a sector unique.
public enum ReplicaID {
  /// The identity of the replica of some data in one sector of one prover.
  ///
  /// - Parameters:
  ///   - prover: The prover, see ``ProverID``.
  ///   - sector: The sector's number.
  ///   - ticket: The randomness that the sealing is bound to.
  ///   - commD: The commitment to the data.
  ///   - porepID: The identifier of the proof of replication.
  /// - Returns: A field element's bytes.
  public static func of(
    prover: Bytes32, sector: UInt64, ticket: Bytes32, commD: Bytes32, porepID: Bytes32
  ) -> Bytes32 {
    let number = (0..<8).map { UInt8(truncatingIfNeeded: sector >> (56 - 8 * UInt64($0))) }
    var digest = SHA256.hash(prover.bytes + number + ticket.bytes + commD.bytes + porepID.bytes)
    digest[31] &= 0x3f
    return digest
  }
}
