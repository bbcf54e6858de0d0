internal import FilCore
internal import FilVM

/// The randomness before there is a chain: none.
struct GenesisRandomness: ChainRandomness {
  func ticketDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 {
    throw VMError(.parameter, "a genesis has no randomness")
  }

  func beaconDigest(at epoch: ChainEpoch) throws(VMError) -> Bytes32 {
    throw VMError(.parameter, "a genesis has no randomness")
  }
}
