import CFilKernels
import Testing

/// Each kernel against its twin in Swift, in both of its forms.
@Suite("Field kernels", .timeLimit(.minutes(15)))
struct FieldKernelTests {
  @Test("sums, differences and products", arguments: [FIL_FP_BEST, FIL_FP_PORTABLE])
  func base(path: fil_fp_path) {
    for x in FieldTwin.samples {
      for y in FieldTwin.samples {
        var (a, b, out) = (x.kernelForm, y.kernelForm, fil_fp())
        fil_fp_mul_path(&out, &a, &b, path)
        #expect(FieldTwin(out) == x * y)
        fil_fp_add_path(&out, &a, &b, path)
        #expect(FieldTwin(out) == x + y)
        fil_fp_sub_path(&out, &a, &b, path)
        #expect(FieldTwin(out) == x - y)
      }
    }
  }

  @Test("products and squares of the quadratic extension", arguments: [FIL_FP_BEST, FIL_FP_PORTABLE])
  func extensionField(path: fil_fp_path) {
    let samples = FieldTwin.samples
    for index in samples.indices {
      let x = (samples[index], samples[(index * 5 + 3) % samples.count])
      let y = (samples[(index * 7 + 1) % samples.count], samples[(index * 11 + 2) % samples.count])
      var a = fil_fp2(c0: x.0.kernelForm, c1: x.1.kernelForm)
      var b = fil_fp2(c0: y.0.kernelForm, c1: y.1.kernelForm)
      var out = fil_fp2()
      fil_fp2_mul_path(&out, &a, &b, path)
      #expect(FieldTwin(out.c0) == x.0 * y.0 - x.1 * y.1)
      #expect(FieldTwin(out.c1) == x.0 * y.1 + x.1 * y.0)
      fil_fp2_sqr_path(&out, &a, path)
      #expect(FieldTwin(out.c0) == x.0 * x.0 - x.1 * x.1)
      #expect(FieldTwin(out.c1) == x.0 * x.1 + x.0 * x.1)
    }
  }

  @Test("an output may be an input")
  func aliases() {
    for x in FieldTwin.samples {
      var a = x.kernelForm
      var square = fil_fp2(c0: a, c1: FieldTwin.samples[3].kernelForm)
      let before = square
      withUnsafeMutablePointer(to: &square) { fil_fp2_mul($0, $0, $0) }
      #expect(fil_fp_equal(square.c0, fil_fp2_square(before).c0) == 1)
      #expect(fil_fp_equal(square.c1, fil_fp2_square(before).c1) == 1)
      withUnsafeMutablePointer(to: &a) { fil_fp_mul($0, $0, $0) }
      #expect(FieldTwin(a) == x * x)
    }
  }

  @Test("products of the cubic extension", arguments: [FIL_FP_BEST, FIL_FP_PORTABLE])
  func cubicExtension(path: fil_fp_path) {
    for shift in 0..<6 {
      var (a, b, out) = (sample6(shift), sample6(shift * 2 + 1), fil_fp6())
      fil_fp6_mul_path(&out, &a, &b, path)
      let expected = product(Twin6(a), Twin6(b))
      #expect(Twin6(out) == expected)
      withUnsafeMutablePointer(to: &a) { fil_fp6_mul_path($0, $0, &b, path) }
      #expect(Twin6(a) == expected)
    }
  }

  /// An element from the samples, the same every time.
  private func sample6(_ shift: Int) -> fil_fp6 {
    let samples = FieldTwin.samples
    let pick = { (index: Int) in samples[(index * 5 + shift * 7) % samples.count].kernelForm }
    return fil_fp6(
      c0: fil_fp2(c0: pick(0), c1: pick(1)), c1: fil_fp2(c0: pick(2), c1: pick(3)),
      c2: fil_fp2(c0: pick(4), c1: pick(5)))
  }

  /// The product from all nine products of coefficients.
  private func product(_ a: Twin6, _ b: Twin6) -> Twin6 {
    var sums = [(FieldTwin, FieldTwin)](repeating: (.zero, .zero), count: 3)
    for (i, x) in a.coefficients.enumerated() {
      for (j, y) in b.coefficients.enumerated() {
        var term = (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
        if i + j >= 3 { term = (term.0 - term.1, term.0 + term.1) }
        sums[(i + j) % 3] = (sums[(i + j) % 3].0 + term.0, sums[(i + j) % 3].1 + term.1)
      }
    }
    return Twin6(coefficients: sums)
  }

  /// The three coefficients of an element as twins.
  private struct Twin6: Equatable {
    var coefficients: [(FieldTwin, FieldTwin)]

    init(coefficients: [(FieldTwin, FieldTwin)]) { self.coefficients = coefficients }

    init(_ element: fil_fp6) {
      coefficients = [element.c0, element.c1, element.c2].map { (FieldTwin($0.c0), FieldTwin($0.c1)) }
    }

    static func == (left: Twin6, right: Twin6) -> Bool {
      zip(left.coefficients, right.coefficients).allSatisfy { $0 == $1 }
    }
  }

  @Test("inverses, and zero's is zero", arguments: [FIL_FP_BEST, FIL_FP_PORTABLE])
  func inverse(path: fil_fp_path) {
    for x in FieldTwin.samples {
      var (a, out) = (x.kernelForm, fil_fp())
      fil_fp_inverse_path(&out, &a, path)
      #expect(FieldTwin(fil_fp_product(a, out)) == (x == .zero ? .zero : .one))
    }
  }

  @Test("parity and size are those of the integer")
  func signs() {
    for x in FieldTwin.samples {
      var a = x.kernelForm
      #expect(fil_fp_is_odd(&a) == Int32(x.limbs[0] & 1))
      let isLarger = x != .zero && (FieldTwin.zero - x).isBelow(x)
      #expect(fil_fp_is_larger_half(&a) == (isLarger ? 1 : 0))
    }
  }

  @Test(
    "division of integers",
    arguments: [
      ([0, 0, 0, 0], [1, 0]), ([.max, .max, .max, .max], [.max, .max]), ([5, 0, 0, 0], [7, 0]),
      ([1, 2, 3, 4], [0, 0xd201_0000_0001_0000]), ([.max, 0, .max, 1 << 63], [3, 1 << 63]), ([9, 9, 9, 9], [1, 0]),
    ] as [([UInt64], [UInt64])])
  func division(dividend: [UInt64], divisor: [UInt64]) {
    var quotient = [UInt64](repeating: 0, count: 4)
    var remainder = [UInt64](repeating: 0, count: 2)
    fil_fp_divide(&quotient, &remainder, dividend, divisor)
    let d = UInt128(divisor[1]) << 64 | UInt128(divisor[0])
    let high = UInt128(dividend[3]) << 64 | UInt128(dividend[2])
    let low = UInt128(dividend[1]) << 64 | UInt128(dividend[0])
    let (q, r) = d.dividingFullWidth((high % d, low))
    #expect(UInt128(quotient[3]) << 64 | UInt128(quotient[2]) == high / d)
    #expect(UInt128(quotient[1]) << 64 | UInt128(quotient[0]) == q)
    #expect(UInt128(remainder[1]) << 64 | UInt128(remainder[0]) == r)
  }

  @Test("integers of 64 bytes are reduced")
  func reduction() {
    let bytes = (0..<64).map { UInt8(255 - $0) }
    var out = fil_fp()
    fil_fp_reduce_bytes64(&out, bytes)
    var expected = FieldTwin.zero
    for byte in bytes {
      for bit in (0..<8).reversed() {
        expected = expected + expected
        if byte >> UInt8(bit) & 1 == 1 { expected = expected + .one }
      }
    }
    #expect(FieldTwin(out) == expected)
  }

  @Test("the modulus and above do not decode")
  func canonical() {
    var out = fil_fp()
    let modulus = FieldTwin.modulus.reversed().flatMap { limb in withUnsafeBytes(of: limb.bigEndian, Array.init) }
    #expect(fil_fp_decode(&out, modulus) == 0)
    #expect(fil_fp_decode(&out, [UInt8](repeating: 255, count: 48)) == 0)
    var below = modulus
    below[47] -= 1
    #expect(fil_fp_decode(&out, below) == 1)
    #expect(FieldTwin(out) == .largest)
  }

  @Test("the table's entry that was asked for is copied", arguments: 0..<4)
  func select(index: Int32) {
    let table: [UInt64] = (0..<12).map { UInt64($0) * 0x1234_5678_9abc_def1 }
    var out = [UInt64](repeating: 0, count: 3)
    fil_fp_select(&out, table, 4, 3, index)
    #expect(out == Array(table[(3 * Int(index))..<(3 * Int(index) + 3)]))
  }
}

extension FieldTwin {
  fileprivate func isBelow(_ other: FieldTwin) -> Bool {
    limbs.reversed().lexicographicallyPrecedes(other.limbs.reversed())
  }
}
