/// The optimal ate pairing of BLS12-381.
public enum Pairing {
  /// e(p, q), after the same final exponentiation as blst's.
  public static func pair(_ p: G1Affine, _ q: G2Affine) -> Gt {
    product([(p, q)])
  }

  /// The product of the pairings of all pairs, which costs much less than one after the other.
  public static func product(_ pairs: [(G1Affine, G2Affine)]) -> Gt {
    product(prepared: pairs.map { ($0, G2Prepared($1)) })
  }

  /// The product of the pairings of all pairs whose second points were prepared before.
  public static func product(prepared pairs: [(G1Affine, G2Prepared)]) -> Gt {
    Gt(millerLoop(pairs.map { ($0.point, $1.lines) }).finalExponentiation())
  }

  /// Whether the product of all pairings is one: the form that verification equations take.
  public static func isProductOne(_ pairs: [(G1Affine, G2Affine)]) -> Bool {
    product(pairs) == .one
  }
}
