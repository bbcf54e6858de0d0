extension Fp2: CurveField {
  var isOdd: Bool { c0.isZero ? c1.isOdd : c0.isOdd }

  var isLargerHalf: Bool { c1.isZero ? c0.isLargerHalf : c1.isLargerHalf }

  static var encodedCount: Int { 96 }

  /// Reads c1, then c0.
  init?(canonical bytes: ArraySlice<UInt8>) {
    guard bytes.count == Fp2.encodedCount else { return nil }
    guard let c1 = Fp(canonical: bytes.prefix(48)), let c0 = Fp(canonical: bytes.suffix(48)) else { return nil }
    self.init(c0, c1)
  }

  var canonicalBytes: [UInt8] { c1.canonicalBytes + c0.canonicalBytes }

  static var uniformCount: Int { 128 }

  init(uniform bytes: ArraySlice<UInt8>) {
    self.init(Fp(uniform: bytes.prefix(64)), Fp(uniform: bytes.suffix(64)))
  }

  static let curveConstant = Fp2(4, 4)

  func timesTripleCurveConstant() -> Fp2 {
    let four = timesNonResidue().doubled().doubled()
    return four.doubled() + four
  }
}
