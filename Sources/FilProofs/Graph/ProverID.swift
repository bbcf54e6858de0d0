public import FilCore

/// A miner as proofs know it.
public enum ProverID {
  /// The 32 bytes of a miner's number: the variable-length integer of its address, filled with zeros.
  public static func of(_ miner: ActorID) -> Bytes32 {
    var bytes: [UInt8] = []
    Varint.append(miner, to: &bytes)
    return Bytes32 { $0.copyBytes(from: bytes) }
  }
}
