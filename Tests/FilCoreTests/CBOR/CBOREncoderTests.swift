import FilCore
import Testing

@Suite("CBOR that is written", .timeLimit(.minutes(15)))
struct CBOREncoderTests {
  @Test("integers take the fewest bytes, and come back", arguments: [0, 1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func integers(group: UInt64) throws {
    let edges: [UInt64] = [0, 23, 24, 0xff, 0x100, 0xffff, 0x1_0000, 0xffff_ffff, 0x1_0000_0000]
    let lengths = [1, 1, 2, 2, 3, 3, 5, 5, 9]
    let value = edges[Int(group)]
    #expect(value.cbor.count == lengths[Int(group)])
    #expect(try UInt64(cbor: value.cbor) == value)
    let negative = ~Int64(value)
    #expect(negative.cbor.count == lengths[Int(group)])
    #expect(try Int64(cbor: negative.cbor) == negative)
    #expect(try Int64(cbor: Int64(value).cbor) == Int64(value))
  }

  @Test("the ends of the ranges come back")
  func ends() throws {
    for value in [Int64.min, .max, -1, 0] { #expect(try Int64(cbor: value.cbor) == value) }
    for value in [UInt64.max, 0] { #expect(try UInt64(cbor: value.cbor) == value) }
    for value in [UInt32.max, 0] { #expect(try UInt32(cbor: value.cbor) == value) }
    for value in [UInt8.max, 0] { #expect(try UInt8(cbor: value.cbor) == value) }
  }

  @Test("lists of bytes are byte strings, other lists arrays, absent values null")
  func lists() throws {
    #expect(([1, 2] as [UInt8]).cbor == [0x42, 1, 2])
    #expect(([1, 2] as [UInt64]).cbor == [0x82, 1, 2])
    #expect(([[1], []] as [[UInt8]]).cbor == [0x82, 0x41, 1, 0x40])
    #expect((nil as UInt64?).cbor == [0xf6])
    #expect(try UInt64?(cbor: [0xf6]) == .some(nil))
    #expect(try UInt64?(cbor: [0x05]) == 5)
    #expect(try [UInt64](cbor: [0x82, 1, 2]) == [1, 2])
    #expect(try [UInt8](cbor: [0x42, 1, 2]) == [1, 2])
    #expect(throws: CBORError(.unexpectedType, at: 0)) { try [UInt8](cbor: [0x82, 1, 2]) }
  }

  @Test("text, truth values, floats and tuples have their forms")
  func others() throws {
    var encoder = CBOREncoder()
    encoder.tuple("a", true, false, [UInt8](), Bytes32.zero)
    encoder.float(1.5)
    #expect(encoder.bytes.hex == "856161f5f4405820" + String(repeating: "00", count: 32) + "fb3ff8000000000000")
    var decoder = CBORDecoder(encoder.bytes)
    let (text, yes, no, bytes, zero) = try decoder.tuple(
      String.self, Bool.self, Bool.self, [UInt8].self, Bytes32.self)
    #expect(text == "a" && yes && !no && bytes.isEmpty && zero == .zero)
    #expect(try decoder.float() == 1.5)
    try decoder.finish()
  }

  @Test("links carry the identity prefix")
  func links() throws {
    let cid = CID(codec: .raw, hash: .identity, digest: [7])
    #expect(cid.cbor.hex == "d82a46000155000107")
    #expect(try CID(cbor: cid.cbor) == cid)
  }

  @Test("lists that claim more than there is take no memory")
  func claims() {
    let huge: [UInt8] = [0x9a, 0x7f, 0xff, 0xff, 0xff, 0x01]
    #expect(throws: CBORError(.truncated, at: 0)) { try [UInt64](cbor: huge) }
    #expect(throws: CBORError(.truncated, at: 0)) { try IPLDNode(cbor: huge) }
  }
}
