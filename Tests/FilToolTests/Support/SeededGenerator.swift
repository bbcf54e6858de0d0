/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Some random bytes.
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  /// A copy of `bytes` with one to four random changes: a byte set, removed, added, or the end cut off.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let index = Int.random(in: 0...result.count, using: &self)
      switch Int.random(in: 0..<8, using: &self) {
      case 0: result.insert(UInt8(truncatingIfNeeded: next()), at: index)
      case 1 where index < result.count: result.remove(at: index)
      case 2: result.removeSubrange(index...)
      case 3 where index < result.count: result[index] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      default: if index < result.count { result[index] = UInt8(truncatingIfNeeded: next()) }
      }
    }
    return result
  }
}
