import CFilKernels
import FilCore
import FilCrypto
import FilProofs
import Testing

@Suite("Poseidon constants", .timeLimit(.minutes(15)))
struct PoseidonConstantsTests {
  @Test("round constants agree with the plain form", arguments: [PoseidonArity.two, .eight])
  func grain(_ arity: PoseidonArity) {
    var reference = GrainReference(arity)
    let count = 30
    let expected = (0..<count).map { _ in reference.next() }
    #expect(Array(PoseidonConstants(arity: arity).roundConstants.prefix(count)) == expected)
  }

  @Test("a matrix times its inverse is one", arguments: [2, 5, 9])
  func inverse(_ size: Int) {
    // The first element is zero, so that rows must be exchanged.
    let elements = Array(PoseidonTests.elements(size * size + 3).suffix(size * size))
    #expect(elements.first == .zero)
    let matrix = Self.words(elements)
    var inverse = [UInt64](repeating: 0, count: matrix.count)
    var work = matrix
    #expect(fil_fr_matrix_inverse(&inverse, matrix, &work, size) == 1)
    var product = matrix
    fil_fr_matrix_mul(&product, matrix, inverse, size)
    let identity = (0..<size * size).map { $0 / size == $0 % size ? Fr.one : .zero }
    #expect(product == Self.words(identity))
  }

  @Test("a singular matrix has no inverse")
  func singular() {
    let row = PoseidonTests.elements(3)
    let matrix = Self.words(row + row + PoseidonTests.elements(6).suffix(3))
    var inverse = matrix
    var work = matrix
    #expect(fil_fr_matrix_inverse(&inverse, matrix, &work, 3) == 0)
  }

  @Test("products agree with sums of products", arguments: [2, 4])
  func product(_ size: Int) {
    let left = PoseidonTests.elements(size * size)
    let right = Array(PoseidonTests.elements(2 * size * size).suffix(size * size))
    var product = [UInt64](repeating: 1, count: 4 * size * size)
    fil_fr_matrix_mul(&product, Self.words(left), Self.words(right), size)
    let expected = (0..<size * size).map { place in
      (0..<size).reduce(Fr.zero) { $0 + left[place / size * size + $1] * right[$1 * size + place % size] }
    }
    #expect(product == Self.words(expected))
  }

  @Test("addition and subtraction of encoded elements agree with the field's")
  func bytes() {
    let left = PoseidonTests.elements(20)
    let right = Array(PoseidonTests.elements(43).suffix(20))
    let leftBytes = left.flatMap(\.littleEndian.bytes)
    let rightBytes = right.flatMap(\.littleEndian.bytes)
    var out = [UInt8](repeating: 0, count: 640)
    #expect(fil_fr_bytes_add(&out, leftBytes, rightBytes, 20) == 20)
    #expect(out == zip(left, right).flatMap { ($0 + $1).littleEndian.bytes })
    #expect(fil_fr_bytes_sub(&out, leftBytes, rightBytes, 20) == 20)
    #expect(out == zip(left, right).flatMap { ($0 - $1).littleEndian.bytes })
    var wrong = rightBytes
    wrong[32 * 5 + 31] = 0x74
    #expect(fil_fr_bytes_add(&out, leftBytes, wrong, 20) == 5)
    #expect(fil_fr_bytes_sub(&out, wrong, rightBytes, 20) == 5)
  }

  static func words(_ elements: [Fr]) -> [UInt64] {
    elements.flatMap { [$0.words.0, $0.words.1, $0.words.2, $0.words.3] }
  }
}
