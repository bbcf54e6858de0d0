import CFilKernels
import FilCore
import FilProofs
import Testing

/// Fr32 bit by bit: the twin of the kernels.
enum Fr32Reference {
  static func pad(_ raw: [UInt8]) -> [UInt8] {
    var padded = [UInt8](repeating: 0, count: (8 * raw.count + 253) / 254 * 32)
    for bit in 0..<8 * raw.count where raw[bit / 8] >> UInt8(bit % 8) & 1 == 1 {
      let place = bit / 254 * 256 + bit % 254
      padded[place / 8] |= 1 << UInt8(place % 8)
    }
    return padded
  }
}

@Suite("Fr32", .timeLimit(.minutes(15)))
struct Fr32Tests {
  @Test(
    "padding agrees with the bit by bit form",
    arguments: [0, 1, 31, 32, 33, 63, 64, 95, 96, 126, 127, 128, 254, 700])
  func pad(_ count: Int) {
    let raw = SealedSample.bytes("fr32", count: count)
    #expect(Fr32.pad(raw) == Fr32Reference.pad(raw))
    #expect(Fr32.pad(raw).count == Fr32.paddedCount(count))
    let ones = [UInt8](repeating: 0xff, count: count)
    #expect(Fr32.pad(ones) == Fr32Reference.pad(ones))
  }

  @Test("any range comes back", arguments: Array(stride(from: 0, through: 400, by: 13)))
  func unpad(_ start: Int) throws {
    let raw = SealedSample.bytes("fr32", count: 508)
    let padded = Fr32.pad(raw)
    for end in stride(from: start, through: 508, by: 7) {
      #expect(try Fr32.unpad(padded, range: start..<end) == Array(raw[start..<end]))
    }
  }

  @Test("the kernel reads no element that the range does not need", arguments: 0..<254)
  func unpadReads(_ offset: Int) throws {
    // The elements after the range do not exist here: a read beyond the end would be found by the sanitizer, and a
    // value that depends on it by the comparison.
    let raw = SealedSample.bytes("fr32", count: 254)
    let padded = Fr32.pad(Array(raw[...offset]))
    var out: UInt8 = 0
    fil_fr32_unpad(padded, offset, 1, &out)
    #expect(out == raw[offset])
  }

  @Test("ranges outside the stream are refused", arguments: [0..<32, -1..<2, 31..<33, 127..<128])
  func refused(_ range: Range<Int>) {
    let padded = [UInt8](repeating: 0, count: 32)
    #expect(throws: Fr32Error.outOfRange(range, available: 31)) { try Fr32.unpad(padded, range: range) }
  }

  @Test("whole streams come back", arguments: [127, 254, 127 * 9])
  func whole(_ count: Int) throws {
    let raw = SealedSample.bytes("fr32", count: count)
    #expect(try Fr32.unpad(Fr32.pad(raw)) == raw)
  }
}
