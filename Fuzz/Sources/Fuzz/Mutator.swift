/// Random numbers from a seed (SplitMix64), and changes of bytes by them.
struct Mutator: RandomNumberGenerator {
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

  /// An input made of examples of valid ones: changed a few times, or two put together, or random bytes.
  mutating func input(from examples: [[UInt8]]) -> [UInt8] {
    guard var input = examples.randomElement(using: &self), Int.random(in: 0..<20, using: &self) > 0 else {
      return (0..<Int.random(in: 0...80, using: &self)).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
    if Int.random(in: 0..<10, using: &self) == 0, let other = examples.randomElement(using: &self) {
      input = Array(input.prefix(cut(input)) + other.dropFirst(cut(other)))
    }
    for _ in 0..<Int.random(in: 0...4, using: &self) { change(&input) }
    return input
  }

  private mutating func cut(_ bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &self) }

  /// Bytes at which decoders go wrong.
  private static let edges: [UInt8] = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x1b, 0x5b, 0x9b, 0xbb, 0xf6, 0xd8, 0x2a, 0x40]

  private mutating func change(_ bytes: inout [UInt8]) {
    let index = cut(bytes)
    let edge = Mutator.edges.randomElement(using: &self) ?? 0
    switch Int.random(in: 0..<9, using: &self) {
    case 0: bytes.insert(edge, at: index)
    case 1: bytes.removeSubrange(index...)
    case 2: bytes.insert(contentsOf: [UInt8](repeating: 0xff, count: 8), at: index)
    case 3: bytes.insert(contentsOf: bytes.suffix(from: index).prefix(32), at: index)
    case 4: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...16, using: &self)))
    case 5 where index < bytes.count: bytes[index] = edge
    case 6 where index < bytes.count: bytes[index] &+= 1
    default: if index < bytes.count { bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &self) }
    }
  }
}
