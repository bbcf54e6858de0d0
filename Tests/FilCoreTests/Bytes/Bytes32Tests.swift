import FilCore
import Testing

@Suite("Thirty-two bytes", .timeLimit(.minutes(15)))
struct Bytes32Tests {
  @Test("bytes come back, and only thirty-two are taken", arguments: [0, 1, 31, 32, 33, 64])
  func count(count: Int) {
    let bytes = (0..<count).map { UInt8($0) }
    #expect(Bytes32(bytes)?.bytes == (count == 32 ? bytes : nil))
  }

  @Test("order is that of the bytes")
  func order() throws {
    var random = SeededGenerator(seed: 2)
    for position in 0..<32 {
      let low = random.bytes(32)
      var high = low
      high[position] = UInt8.random(in: 0...255, using: &random)
      let (a, b) = (try #require(Bytes32(low)), try #require(Bytes32(high)))
      #expect((a < b) == low.lexicographicallyPrecedes(high))
      #expect((a == b) == (low == high))
    }
  }

  @Test("single bytes are read and written")
  func elements() {
    var value = Bytes32.zero
    for index in 0..<32 { value[index] = UInt8(index) }
    #expect(value.bytes == (0..<32).map { UInt8($0) })
    #expect((0..<32).allSatisfy { value[$0] == UInt8($0) })
    #expect(value.description.hasPrefix("00010203"))
    #expect(Bytes32 { $0[31] = 9 }.bytes.last == 9)
  }
}
