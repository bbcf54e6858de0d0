import CFilKernels
import FilCore
import FilCrypto
import FilProofs
import Testing

/// Poseidon by the plain schedule in Swift: the twin of the kernels, which follow the optimised one.
struct PoseidonReference {
  let hash: Poseidon

  func digest(_ preimage: [Fr]) -> Fr {
    let constants = hash.constants
    let width = constants.arity.width
    let half = constants.arity.fullRounds / 2
    var state = [hash.domainTag] + preimage
    for round in 0..<constants.arity.fullRounds + constants.arity.partialRounds {
      let isFull = round < half || round >= half + constants.arity.partialRounds
      state = zip(state, constants.roundConstants[width * round..<width * (round + 1)]).map { $0 + $1 }
      for i in 0..<(isFull ? width : 1) { state[i] = state[i].pow(5) }
      state = (0..<width).map { row in
        (0..<width).reduce(Fr.zero) { $0 + constants.matrix[width * row + $1] * state[$1] }
      }
    }
    return state[1]
  }
}

@Suite("Poseidon", .timeLimit(.minutes(15)))
struct PoseidonTests {
  /// Elements for `count` preimages: hashed ones, with the ends of the range among them.
  static func elements(_ count: Int) -> [Fr] {
    (0..<count).map { index in
      switch index % 11 {
      case 3: return .zero
      case 7: return -.one
      default:
        var bytes = SHA256.hash(Array("poseidon/\(index)".utf8))
        bytes[31] &= 0x3f
        return Fr(littleEndian: bytes) ?? .zero
      }
    }
  }

  @Test("kernels agree with the plain schedule", arguments: [PoseidonArity.two, .four, .eight, .eleven])
  func plainSchedule(_ arity: PoseidonArity) {
    let hash = Poseidon.merkle(arity)
    let preimage = Self.elements(arity.rawValue)
    #expect(hash.hash(preimage) == PoseidonReference(hash: hash).digest(preimage))
  }

  @Test("every kernel gives the same digests", arguments: PoseidonArity.allCases)
  func paths(_ arity: PoseidonArity) {
    let hash = Poseidon.merkle(arity)
    let count = 27
    let elements = Self.elements(count * arity.rawValue)
    let bytes = elements.flatMap(\.littleEndian.bytes)
    let expected = (0..<count).map { hash.hash(Array(elements[$0 * hash.arity..<($0 + 1) * hash.arity])) }
    for path in [FIL_POSEIDON_SCALAR, FIL_POSEIDON_IFMA] where fil_poseidon_has(path) == 1 {
      let (done, digests) = Self.hash(bytes, by: hash, count: count, path: path)
      #expect(done == count)
      #expect(digests == expected.flatMap(\.littleEndian.bytes))
    }
  }

  @Test("hashing stops at an element that is not below the prime", arguments: [0, 5, 8, 20, 26])
  func refused(_ position: Int) {
    let hash = Poseidon.arity2
    var bytes = Self.elements(54).flatMap(\.littleEndian.bytes)
    bytes[64 * position + 63] = 0x74
    for path in [FIL_POSEIDON_SCALAR, FIL_POSEIDON_IFMA] where fil_poseidon_has(path) == 1 {
      #expect(Self.hash(bytes, by: hash, count: 27, path: path).done == position)
    }
  }

  static func hash(
    _ bytes: [UInt8], by hash: Poseidon, count: Int, path: fil_poseidon_path
  ) -> (done: Int, digests: [UInt8]) {
    var digests = [UInt8](repeating: 0, count: 32 * count)
    let done = bytes.withUnsafeBufferPointer { buffer in
      let inputs = (0..<hash.arity).map { buffer.baseAddress?.advanced(by: 32 * $0) }
      return hash.withInstance { fil_poseidon_hash($0, inputs, 32 * hash.arity, count, &digests, path) }
    }
    return (done, digests)
  }
}
