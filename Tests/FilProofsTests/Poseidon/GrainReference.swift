import FilCore
import FilCrypto
import FilProofs

/// The Grain shift register in plain Swift: the twin of the kernel that draws round constants.
struct GrainReference {
  private var bits: [Bool]

  init(_ arity: PoseidonArity) {
    let fields = [(1, 2), (1, 4), (255, 12), (arity.width, 12), (arity.fullRounds, 10), (arity.partialRounds, 10)]
    bits = fields.flatMap { value, count in (0..<count).reversed().map { value >> $0 & 1 == 1 } }
    bits += Array(repeating: true, count: 30)
    for _ in 0..<160 { _ = step() }
  }

  private mutating func step() -> Bool {
    let bit = [0, 13, 23, 38, 51, 62].reduce(false) { $0 != bits[$1] }
    bits = bits.dropFirst() + [bit]
    return bit
  }

  private mutating func draw() -> Bool {
    while !step() { _ = step() }
    return step()
  }

  /// The next element: 255 bits, the first one most significant, drawn again from the prime on.
  mutating func next() -> Fr {
    while true {
      var bytes = Bytes32.zero
      for bit in (0..<255).reversed() where draw() { bytes[bit / 8] |= 1 << UInt8(bit % 8) }
      if let element = Fr(littleEndian: bytes) { return element }
    }
  }
}
