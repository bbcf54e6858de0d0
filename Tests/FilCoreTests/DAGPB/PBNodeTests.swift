import FilCore
import Testing

@Suite("dag-pb", .timeLimit(.minutes(15)))
struct PBNodeTests {
  private static let cid = CID(codec: .raw, hash: .identity, digest: [0, 1, 2, 3, 4])

  @Test(
    "nodes are written as everyone writes them",
    arguments: zip(
      [
        PBNode(), PBNode(data: []), PBNode(data: [1, 2, 3]), PBNode(links: [PBLink(cid: cid)]),
        PBNode(links: [PBLink(cid: cid, name: ""), PBLink(cid: cid, name: "a", totalSize: 0)], data: [7]),
        PBNode(links: [PBLink(cid: cid, totalSize: (1 << 53) - 1)]),
      ],
      [
        "", "0a00", "0a03010203", "120b0a09015500050001020304",
        "120d0a0901550005000102030412001210" + "0a09015500050001020304" + "12016118000a0107",
        "12140a0901550005000102030418ffffffffffffff0f",
      ]))
  func known(node: PBNode, hex: String) throws {
    #expect(node.encoded.hex == hex)
    #expect(try PBNode(decoding: node.encoded) == node)
  }

  @Test(
    "anything but the canonical form is refused",
    arguments: zip(
      [
        "1200", "12020a00", "12021200", "12021800", "0a050001", "0a00120b0a09015500050001020304", "0a000a00", "0800",
        "1a00", "120d12000a09015500050001020304", "120d0a0901550005000102030412ff", "0a8000", "15010203",
        "120e0a090155000500010203041201ff",
      ],
      [
        DAGPBError.missingField(1), .invalidCID(.invalidVarint(.truncated)), .missingField(1), .missingField(1),
        .truncated, .disordered(field: 2), .disordered(field: 1), .unexpectedField(number: 1, wireType: 0),
        .unexpectedField(number: 3, wireType: 2), .disordered(field: 1), .truncated, .invalidVarint(.notMinimal),
        .unexpectedField(number: 2, wireType: 5), .invalidText,
      ]))
  func refused(hex: String, error: DAGPBError) throws {
    let bytes = try #require([UInt8](hex: hex))
    #expect(throws: error) { try PBNode(decoding: bytes) }
  }

  @Test("what is accepted encodes to the same bytes")
  func mutations() throws {
    var random = SeededGenerator(seed: 31)
    let original = PBNode(
      links: [PBLink(cid: Self.cid, name: "name", totalSize: 300), PBLink(cid: Self.cid)], data: [1, 2, 3]
    ).encoded
    var accepted = 0
    for _ in 0..<3000 {
      let bytes = random.mutated(original)
      guard let node = try? PBNode(decoding: bytes) else { continue }
      #expect(node.encoded == bytes)
      accepted += 1
    }
    #expect(accepted > 100)
  }
}
