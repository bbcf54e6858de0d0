/// A value of the pairing: an element of the group of order r in the twelfth extension of the base field.
public struct Gt: Equatable, Sendable {
  let value: Fp12

  init(_ value: Fp12) {
    self.value = value
  }

  /// The neutral element.
  public static let one = Gt(Fp12.one)

  /// The product of two elements.
  public static func * (left: Gt, right: Gt) -> Gt { Gt(left.value * right.value) }

  /// The inverse element.
  public var inverse: Gt { Gt(value.conjugate) }

  /// The square.
  public func squared() -> Gt { Gt(value.cyclotomicSquared()) }

  /// The 576 bytes of the element: twelve big-endian integers, the coefficient of v^i w^j u^c at place (2 i + j) 2 + c.
  public var bytes: [UInt8] {
    [value.c0.c0, value.c1.c0, value.c0.c1, value.c1.c1, value.c0.c2, value.c1.c2]
      .flatMap { $0.c0.canonicalBytes + $0.c1.canonicalBytes }
  }
}
