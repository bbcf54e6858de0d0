import FilCrypto
import Testing

@Suite("Encodings of points", .timeLimit(.minutes(15)))
struct EncodingTests {
  private let g1 = G1Affine.generator.compressed
  private let g2 = G2Affine.generator.compressed

  @Test("lengths") func lengths() {
    #expect(throws: PointDecodingError.wrongLength(47)) { try G1Affine(compressed: Array(g1.dropLast())) }
    #expect(throws: PointDecodingError.wrongLength(0)) { try G2Affine(compressed: []) }
    #expect(throws: PointDecodingError.wrongLength(48)) { try G1Affine(uncompressed: g1) }
  }

  @Test("flags") func flags() {
    #expect(throws: PointDecodingError.invalidFlags) { try G1Affine(compressed: [g1[0] & 0x7f] + g1.dropFirst()) }
    let uncompressed = G1Affine.generator.uncompressed
    for flag: UInt8 in [0x80, 0x20] {
      #expect(throws: PointDecodingError.invalidFlags) {
        try G1Affine(uncompressed: [uncompressed[0] | flag] + uncompressed.dropFirst())
      }
    }
    #expect(throws: PointDecodingError.notCanonical) { try G1Affine(compressed: [g1[0] | 0x40] + g1.dropFirst()) }
    let signedInfinity = [0xe0] + [UInt8](repeating: 0, count: 47)
    #expect(throws: PointDecodingError.invalidFlags) { try G1Affine(compressed: signedInfinity) }
  }

  @Test("infinity") func infinity() throws {
    #expect(try G1Affine(compressed: G1Affine.infinity.compressed) == .infinity)
    #expect(try G2Affine(compressed: G2Affine.infinity.compressed) == .infinity)
    #expect(try G2Affine(uncompressed: G2Affine.infinity.uncompressed) == .infinity)
    #expect(throws: PointDecodingError.notOnCurve) { try G1Affine(uncompressed: [UInt8](repeating: 0, count: 96)) }
  }

  @Test("points off the curve") func offCurve() {
    var bytes = G2Affine.generator.uncompressed
    bytes[191] ^= 1
    #expect(throws: PointDecodingError.notOnCurve) { try G2Affine(uncompressed: bytes) }
  }

  @Test("arbitrary bytes are refused or come back the same") func arbitrary() {
    var decoded = 0
    for seed in 0..<64 as Range<UInt8> {
      var bytes = SHA512.hash([seed]) + SHA512.hash([seed, 1]) + SHA512.hash([seed, 2])
      bytes[0] = bytes[0] & 0x27 | 0x80
      for count in [48, 96, 192] {
        let slice = Array(bytes.prefix(count))
        if let point = try? G1Affine(compressed: slice, checkingSubgroup: false) {
          #expect(point.compressed == slice && !point.isInSubgroup)
          decoded += 1
        }
        if let point = try? G2Affine(compressed: slice, checkingSubgroup: false) {
          #expect(point.compressed == slice && !point.isInSubgroup)
          decoded += 1
        }
        #expect((try? G1Affine(uncompressed: slice)) == nil)
        #expect((try? G2Affine(uncompressed: slice)) == nil)
      }
    }
    #expect(decoded > 20)
  }

  @Test("both signs") func signs() throws {
    let negative = -G2Affine.generator
    #expect(negative.compressed != g2)
    #expect(try G2Affine(compressed: negative.compressed) == negative)
    #expect(try G2Affine(uncompressed: negative.uncompressed) == negative)
  }
}
