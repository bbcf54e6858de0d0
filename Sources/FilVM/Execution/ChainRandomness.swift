public import FilCore

/// Where randomness comes from: the tickets and beacon entries of the chain that is executed.
public protocol ChainRandomness: Sendable {
  /// The BLAKE2b-256 digest of the ticket's proof that counts at an epoch.
  ///
  /// - Throws: `VMError` if the chain cannot tell.
  func ticketDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32

  /// The BLAKE2b-256 digest of the beacon entry that counts at an epoch.
  ///
  /// - Throws: `VMError` if the chain cannot tell.
  func beaconDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32
}
