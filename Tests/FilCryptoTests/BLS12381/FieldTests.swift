import Testing

@testable import FilCrypto

@Suite("Field tower", .timeLimit(.minutes(15)))
struct FieldTests {
  private let a: Fp2
  private let b: Fp2
  private let element: Fp12

  init() {
    a = Fp2(0x1234_5678_9abc_def0_1234_5678_9abc_def0, 0xfedc_ba98_7654_3210_0123_4567)
    b = Fp2(7, -3)
    let c = Fp6(a, b, a * b)
    element = Fp12(c, Fp6(b.squared(), a.squared(), a + b))
  }

  @Test("inverses") func inverses() {
    #expect(a * a.inverse() == .one)
    #expect(Fp6(a, b, a).inverse() * Fp6(a, b, a) == .one)
    #expect(element * element.inverse() == .one)
    #expect(Fp2.zero.inverse() == .zero)
  }

  @Test("squares are products") func squares() {
    #expect(a.squared() == a * a)
    #expect(element.squared() == element * element)
  }

  @Test("sparse products are products") func sparse() {
    let c = Fp6(a, b, a + b)
    #expect(c.times(a, b) == c * Fp6(a, b, .zero))
    #expect(c.times(v: b) == c * Fp6(.zero, b, .zero))
    #expect(c.timesV() == c * Fp6(.zero, .one, .zero))
    #expect(element.times(line: a, b, a + b) == element * Fp12(Fp6(a, b, .zero), Fp6(.zero, a + b, .zero)))
  }

  @Test("the Frobenius map is a homomorphism of order twelve") func frobenius() {
    #expect((element * element.conjugate).frobenius() == element.frobenius() * element.conjugate.frobenius())
    #expect(element.frobenius().frobenius() == element.doubleFrobenius())
    let six = (0..<3).reduce(element) { value, _ in value.doubleFrobenius() }
    #expect(six == element.conjugate)
  }

  @Test("squares in the cyclotomic subgroup") func cyclotomic() {
    let first = element.conjugate * element.inverse()
    let member = first.doubleFrobenius() * first
    #expect(member.cyclotomicSquared() == member * member)
    #expect(member * member.conjugate == .one)
  }

  @Test("square roots, of squares only", arguments: 0..<6) func roots(_ index: Int) throws {
    let values = [a, b, Fp2(5, .zero), Fp2(.zero, 11), Fp2(2, .zero), Fp2(-1, .zero)]
    let square = values[index].squared()
    let root = try #require(square.squareRoot())
    #expect(root == values[index] || root == -values[index])
    #expect((square * Fp2(2, 1)).squareRoot().map { $0.squared() == square * Fp2(2, 1) } ?? true)
    // 1 + u is no square, so neither is its product with one.
    #expect((square * Fp2(1, 1)).squareRoot() == nil)
  }

  @Test("each element of the base field has a root in the extension") func baseRoots() throws {
    for value in [Fp2(3, .zero), Fp2(-3, .zero)] {
      let root = try #require(value.squareRoot())
      #expect(root.squared() == value)
    }
    #expect(((3 as Fp).squareRoot() == nil) != ((-3 as Fp).squareRoot() == nil))
  }

  @Test("signs of RFC 9380") func signs() {
    #expect(!Fp2.zero.isOdd)
    #expect(Fp2(.zero, 1).isOdd)
    #expect(Fp2(1, 2).isOdd)
    #expect(!Fp2(2, 1).isOdd)
  }
}
