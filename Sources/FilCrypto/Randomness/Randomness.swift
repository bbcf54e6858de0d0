public import FilCore

/// Randomness drawn from beacon entries and tickets.
public enum Randomness {
  /// Draws 32 bytes.
  ///
  /// - Parameters:
  ///   - base: A beacon entry's signature, or a ticket's proof.
  ///   - tag: What the randomness is for.
  ///   - epoch: When it is for.
  ///   - entropy: What else to mix in, as the CBOR of an address.
  /// - Returns: The randomness.
  public static func draw(
    base: [UInt8], tag: RandomnessTag, epoch: ChainEpoch, entropy: [UInt8]
  ) -> Bytes32 {
    draw(baseDigest: BLAKE2b.hash256(base), tag: tag.rawValue, epoch: epoch, entropy: entropy)
  }

  /// Draws 32 bytes from a base that was hashed before, with any tag: contracts may name tags of their own.
  ///
  /// - Parameters:
  ///   - baseDigest: The BLAKE2b-256 digest of the base.
  ///   - tag: What the randomness is for.
  ///   - epoch: When it is for.
  ///   - entropy: What else to mix in.
  /// - Returns: The randomness.
  public static func draw(baseDigest: Bytes32, tag: Int64, epoch: ChainEpoch, entropy: [UInt8]) -> Bytes32 {
    BLAKE2b.hash256(bigEndian(tag) + baseDigest.bytes + bigEndian(epoch) + entropy)
  }

  private static func bigEndian(_ value: Int64) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian, Array.init)
  }
}
