internal import CFilKernels

extension Fp: CurveField {
  static var encodedCount: Int { 48 }

  init?(canonical bytes: ArraySlice<UInt8>) {
    guard bytes.count == Fp.encodedCount else { return nil }
    var output = fil_fp()
    let valid = bytes.withUnsafeBufferPointer { fil_fp_decode(&output, $0.baseAddress) }
    guard valid != 0 else { return nil }
    self.init(raw: output)
  }

  var canonicalBytes: [UInt8] {
    var copy = raw
    return [UInt8](unsafeUninitializedCapacity: Fp.encodedCount) { out, count in
      fil_fp_encode(out.baseAddress, &copy)
      count = Fp.encodedCount
    }
  }

  static var uniformCount: Int { 64 }

  init(uniform bytes: ArraySlice<UInt8>) {
    precondition(bytes.count == Fp.uniformCount, "hash_to_field takes 64 bytes an element")
    var output = fil_fp()
    bytes.withUnsafeBufferPointer { fil_fp_reduce_bytes64(&output, $0.baseAddress) }
    self.init(raw: output)
  }

  static let curveConstant: Fp = 4

  func timesTripleCurveConstant() -> Fp {
    let four = doubled().doubled()
    return four.doubled() + four
  }
}
