import FilCore

/// Values that look like those of the chain, the same in every run.
enum Samples {
  static func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  static func digest(_ seed: UInt64) -> Bytes32 { BLAKE2b.hash256(bytes(32, seed: seed)) }

  static func message(_ nonce: UInt64) -> Message {
    Message(
      to: Address(id: 1_000 + nonce), from: Address(actorCreatedFrom: bytes(20, seed: nonce)), nonce: nonce,
      value: TokenAmount(atto: BigInt(123_456_789_000_000_000)), gasLimit: 12_345_678, gasFeeCap: .nanoFIL(3),
      gasPremium: .nanoFIL(1), method: 5, params: bytes(64, seed: nonce))
  }
}
