import FilCore
import Testing

@Suite("dag-pb in the data model", .timeLimit(.minutes(15)))
struct PBNodeIPLDTests {
  private static let cid = CID(dagCBOR: [0xf6])

  @Test("nodes come back as they went in")
  func roundTrip() throws {
    let links = [
      PBLink(cid: Self.cid), PBLink(cid: Self.cid, name: ""), PBLink(cid: Self.cid, name: "b", totalSize: .max),
    ]
    for node in [PBNode(), PBNode(data: []), PBNode(links: links, data: [1])] {
      #expect(try PBNode(ipld: node.ipld) == node)
    }
  }

  @Test("other values are refused")
  func refusals() {
    let hash = IPLDNode.link(Self.cid)
    let links: [IPLDNode] = [
      .null, .map([:]), .map(["Hash": .null]), .map(["Hash": hash, "Tsize": .integer(-1)]),
      .map(["Hash": hash, "Name": .bytes([])]), .map(["Hash": hash, "x": .null]),
    ]
    let nodes =
      [.null, .map([:]), .map(["Links": .list([]), "Data": .null]), .map(["Links": .list([]), "x": .null])]
      + links.map { IPLDNode.map(["Links": .list([$0])]) }
    for node in nodes {
      #expect("\(node)") {
        _ = try PBNode(ipld: node)
      } throws: { error in
        if case .invalidForm? = error as? DAGPBError { true } else { false }
      }
    }
  }
}
