import FilCore
import Testing

@Suite("Big integers", .timeLimit(.minutes(15)))
struct BigIntTests {
  /// The numbers around the edges of a word, of 128 bits with and without a sign, and zero.
  private static let edges: [BigInt] = {
    let powers: [BigInt] = [0, 1, 1 << 63, 1 << 64, 1 << 126, 1 << 127, 1 << 128, 1 << 191, 1 << 192]
    return powers.flatMap { power in [power - 1, power, power + 1, -power - 1, -power, -power + 1] }
  }()

  /// Random numbers of random lengths, many of them near 128 bits.
  private static func random(_ random: inout SeededGenerator) -> BigInt {
    let count =
      Bool.random(using: &random) ? Int.random(in: 15...17, using: &random) : Int.random(in: 0...40, using: &random)
    return BigInt(isNegative: Bool.random(using: &random), magnitudeBytes: random.bytes(count))
  }

  /// What comes out other than on paper.
  private static func faults(_ a: BigInt, _ b: BigInt) -> [String] {
    let (left, right) = (Schoolbook(a), Schoolbook(b))
    var faults: [String] = []
    func check(_ holds: Bool, _ what: String) { if !holds { faults.append("\(a) \(what) \(b)") } }
    check(a + b == (left + right).bigInt, "+")
    check(a - b == (left + -right).bigInt, "-")
    check(a * b == (left * right).bigInt, "*")
    check((a < b) == (left + -right).isNegative, "<")
    check((a == b) == (left == right), "==")
    guard !b.isZero else { return faults }
    let (quotient, remainder) = left.divided(by: right)
    check(a / b == quotient.bigInt, "/")
    check(a % b == remainder.bigInt, "%")
    let isExact = remainder.digits.isEmpty
    let isBelow = left.isNegative != right.isNegative
    check(a.dividedRoundingDown(by: b) == (isExact || !isBelow ? quotient.bigInt : quotient.bigInt - 1), "rounded down")
    check(a.dividedRoundingUp(by: b) == (isExact || isBelow ? quotient.bigInt : quotient.bigInt + 1), "rounded up")
    return faults
  }

  @Test("arithmetic is that of paper at every edge")
  func edgesAgree() {
    let faults = Self.edges.flatMap { a in Self.edges.flatMap { b in Self.faults(a, b) } }
    #expect(faults.isEmpty)
  }

  @Test("arithmetic is that of paper on random numbers", arguments: [1, 2, 3] as [UInt64])
  func randomAgree(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let faults = (0..<300).flatMap { _ in Self.faults(Self.random(&random), Self.random(&random)) }
    #expect(faults.isEmpty)
  }

  @Test("sums, products and quotients obey their laws")
  func laws() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let (a, b, c) = (Self.random(&random), Self.random(&random), Self.random(&random))
      #expect(a + b == b + a && a * b == b * a)
      #expect((a + b) + c == a + (b + c) && (a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a - a == .zero && a + -a == .zero && -(-a) == a)
      #expect(a.magnitude == (a.isNegative ? -a : a) && !a.magnitude.isNegative)
      #expect(b.isZero || a / b * b + a % b == a)
    }
  }

  @Test("shifts are products and quotients with powers of two", arguments: [0, 1, 63, 64, 65, 126, 127, 128, 200])
  func shifts(count: Int) {
    let power = (0..<count).reduce(BigInt.one) { product, _ in product * 2 }
    for value in Self.edges {
      #expect(value << count == value * power, "\(value) << \(count)")
      #expect(value >> count == value.dividedRoundingDown(by: power), "\(value) >> \(count)")
    }
  }

  @Test("equal values have one form, whatever they came from")
  func oneForm() {
    for value in Self.edges {
      let again = (value + (1 << 200)) - (1 << 200)
      #expect(again == value && again.hashValue == value.hashValue)
      #expect(BigInt(isNegative: value.isNegative, magnitudeBytes: [0, 0] + value.magnitudeBytes) == value)
      #expect(value.signum == (value < .zero ? -1 : value > .zero ? 1 : 0))
    }
    #expect(BigInt(isNegative: true, magnitudeBytes: [0]) == .zero)
    #expect(!BigInt(isNegative: true, magnitudeBytes: []).isNegative)
  }

  @Test("bytes and CBOR come back")
  func bytes() throws {
    var random = SeededGenerator(seed: 6)
    for value in Self.edges + (0..<200).map({ _ in Self.random(&random) }) {
      #expect(BigInt(isNegative: value.isNegative, magnitudeBytes: value.magnitudeBytes) == value)
      #expect(value.magnitudeBytes.first != 0)
      #expect(value.bitWidth == value.magnitudeBytes.count * 8 - (value.magnitudeBytes.first?.leadingZeroBitCount ?? 0))
      #expect(try BigInt(cbor: value.cbor) == value)
    }
    #expect(BigInt.zero.cbor == [0x40])
    #expect(BigInt(255).cbor == [0x42, 0, 255])
    #expect(BigInt(-256).cbor == [0x43, 1, 1, 0])
    #expect(try BigInt(cbor: [0x43, 0, 0, 5]) == 5)
    #expect(try BigInt(cbor: [0x41, 1]) == .zero)
  }

  @Test("other signs and too many bytes are refused")
  func refused() {
    #expect(throws: CBORError(.invalidValue, at: 0)) { try BigInt(cbor: [0x42, 2, 1]) }
    let longest = [UInt8](repeating: 0x7f, count: BigInt.maxEncodedBytes - 1)
    #expect(throws: Never.self) { try BigInt(cbor: ([0] + longest).cbor) }
    #expect(throws: CBORError(.limitExceeded, at: 0)) { try BigInt(cbor: ([0, 0] + longest).cbor) }
  }

  @Test("text comes back, and is that of the digits")
  func text() {
    var random = SeededGenerator(seed: 7)
    for value in Self.edges + (0..<200).map({ _ in Self.random(&random) }) {
      #expect(BigInt(value.description) == value)
      #expect(value.description == (value.isNegative ? "-" : "") + digits(of: value.magnitude))
    }
    #expect(
      BigInt(170_141_183_460_469_231_731_687_303_715_884_105_728).description
        == "170141183460469231731687303715884105728")
    #expect((-BigInt.one << 127).description == "-170141183460469231731687303715884105728")
    #expect(BigInt("100000000000000000000000000000000000000000000") == power(of: 10, 44))
  }

  /// The decimal digits, one division each.
  private func digits(of value: BigInt) -> String {
    var (digits, rest) = ("", value)
    repeat {
      digits = String((rest % 10).magnitudeBytes.first ?? 0) + digits
      rest = rest / 10
    } while !rest.isZero
    return digits
  }

  private func power(of base: BigInt, _ exponent: Int) -> BigInt {
    (0..<exponent).reduce(.one) { product, _ in product * base }
  }

  @Test(
    "what is no decimal number is refused",
    arguments: ["", "-", "+1", "1 ", " 1", "0x1", "1.0", "1e3", "--1", "٣", "1_000", "1\u{301}"])
  func notText(text: String) {
    #expect(BigInt(text) == nil)
    #expect(BigInt(text + String(repeating: "1", count: 50) + "x") == nil)
  }

  @Test("text has a limit")
  func limit() {
    let digits = String(repeating: "9", count: BigInt.maxDigits)
    #expect(BigInt(digits)?.description == digits)
    #expect(BigInt("1" + digits) == nil)
    #expect(BigInt("-" + digits)?.description == "-" + digits)
  }

  @Test("fixed-width integers convert where they fit")
  func conversions() {
    #expect(Int64(BigInt(Int64.min)) == .min && Int64(BigInt(Int64.max)) == .max)
    #expect(
      Int64(BigInt(Int64.max) + 1) == nil && Int64(BigInt(Int64.min) - 1) == nil && Int64(BigInt.one << 200) == nil)
    #expect(UInt64(BigInt(UInt64.max)) == .max && UInt64(BigInt.zero) == 0)
    #expect(UInt64(BigInt(UInt64.max) + 1) == nil && UInt64(BigInt(-1)) == nil)
    #expect(BigInt(UInt128.max) == (1 << 128) - 1)
    #expect(BigInt(Int128.min) == -(1 << 127))
  }
}
