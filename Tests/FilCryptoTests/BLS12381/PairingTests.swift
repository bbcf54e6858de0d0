import FilCore
import FilCrypto
import Testing

@Suite("Pairing", .timeLimit(.minutes(15)))
struct PairingTests {
  private let p = G1Projective.hash([1], domain: [1]).affine
  private let q = G2Projective.hash([2], domain: [1]).affine
  private let scalar = SHA256.hash([3])

  @Test("it is bilinear and not degenerate") func bilinear() {
    let left = Pairing.pair(G1Projective(p).multiplied(by: scalar).affine, q)
    let right = Pairing.pair(p, G2Projective(q).multiplied(by: scalar).affine)
    #expect(left == right)
    #expect(left == Pairing.pair(p, q).raised(to: scalar))
    #expect(left != .one)
    #expect(Pairing.isProductOne([(p, q), (-p, q)]))
    #expect(!Pairing.isProductOne([(p, q), (p, q)]))
  }

  @Test("infinity pairs to one") func infinity() {
    #expect(Pairing.pair(.infinity, q) == .one)
    #expect(Pairing.pair(p, .infinity) == .one)
    #expect(Pairing.product([]) == .one)
    #expect(Pairing.product([(p, q), (.infinity, q)]) == Pairing.pair(p, q))
  }

  @Test("prepared points give the same") func prepared() {
    #expect(Pairing.product(prepared: [(p, G2Prepared(q))]) == Pairing.pair(p, q))
  }

  @Test("inverses") func inverse() {
    let value = Pairing.pair(p, q)
    #expect(value * value.inverse == .one)
    #expect(value.inverse == Pairing.pair(-p, q))
  }
}
