public import FilCore

/// The verifiable random function of tickets and elections: a BLS signature over 32 bytes of drawn randomness.
public enum VRF {
  /// The proof for an input; its digest is the output.
  public static func prove(_ input: Bytes32, with key: BLSPrivateKey) -> BLSSignature {
    key.sign(input.bytes)
  }

  /// Whether `proof` is that of `input` by the owner of `publicKey`.
  public static func isValid(_ proof: BLSSignature, for input: Bytes32, by publicKey: BLSPublicKey) -> Bool {
    proof.isValid(for: input.bytes, by: publicKey)
  }

  /// The output that goes with a proof, by which tickets are compared and wins are counted.
  public static func output(of proof: [UInt8]) -> Bytes32 {
    BLAKE2b.hash256(proof)
  }
}
