import CFilKernels
import FilCore
import FilCrypto
import Testing

/// The value `index` of a fixed series of elements: the ends of the range first, then hashed ones.
func sampleElement(_ index: Int) -> Fr {
  switch index {
  case 0: return .zero
  case 1: return .one
  case 2: return -.one
  case 3: return Fr(.max)
  default:
    var bytes = SHA256.hash(Array("fr/\(index)".utf8))
    bytes[31] &= 0x3f
    return Fr(littleEndian: bytes) ?? .zero
  }
}

@Suite("Scalar field", .timeLimit(.minutes(15)))
struct FrTests {
  @Test("kernels agree with schoolbook arithmetic", arguments: 0..<12)
  func arithmetic(_ i: Int) {
    for j in 0..<12 {
      let a = sampleElement(i)
      let b = sampleElement(j)
      #expect(FrReference(a + b) == FrReference(a) + FrReference(b))
      #expect(FrReference(a * b) == FrReference(a) * FrReference(b))
      #expect((a - b) + b == a)
      #expect(a - b == a + -b)
    }
  }

  @Test("every kernel of the product gives the same words", arguments: 0..<24)
  func paths(_ i: Int) {
    let a = sampleElement(i)
    for j in 0..<24 {
      let b = sampleElement(j)
      for path in [FIL_FR_PORTABLE, FIL_FR_ADX] where fil_fr_has(path) == 1 {
        var product = Fr.zero
        a.withWords { left in
          b.withWords { right in product.withMutableWords { fil_fr_mul_by($0, left, right, path) } }
        }
        #expect(product == a * b)
      }
    }
  }

  @Test("inverses and powers", arguments: 1..<16)
  func inverse(_ i: Int) throws {
    let a = sampleElement(i)
    let inverse = try #require(a.inverse())
    #expect(a * inverse == .one)
    #expect(a.pow(5) == a.squared().squared() * a)
    #expect(a.pow(0) == .one)
  }

  @Test("zero has no inverse")
  func zero() {
    #expect(Fr.zero.inverse() == nil)
    #expect(Fr.zero.isZero)
    #expect(-Fr.zero == .zero)
  }

  @Test("encoding is canonical", arguments: 0..<16)
  func encoding(_ i: Int) {
    let a = sampleElement(i)
    #expect(Fr(littleEndian: a.littleEndian) == a)
  }

  @Test(
    "values from the prime on are refused",
    arguments: [
      "01000000fffffffffe5bfeff02a4bd5305d8a10908d83933487d9d2953a7ed73",
      "02000000fffffffffe5bfeff02a4bd5305d8a10908d83933487d9d2953a7ed73",
      "00000000000000000000000000000000000000000000000000000000000000f4",
      "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ])
  func refused(_ text: String) throws {
    let bytes = try #require([UInt8](hex: text).flatMap { Bytes32($0) })
    #expect(Fr(littleEndian: bytes) == nil)
  }

  @Test("the largest value is accepted and prints itself")
  func largest() throws {
    let text = "00000000fffffffffe5bfeff02a4bd5305d8a10908d83933487d9d2953a7ed73"
    let bytes = try #require([UInt8](hex: text).flatMap { Bytes32($0) })
    #expect(Fr(littleEndian: bytes) == -.one)
    #expect((-Fr.one).description == "0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000000")
  }
}
