internal import FilCore

/// A block of one codec, named by its CID; the other files of its folder hold the same value in other codecs.
struct IPLDFixture {
  private let folder: VectorFolder
  private let cid: CID
  private let codec: String
  private let bytes: [UInt8]

  init(_ folder: VectorFolder, _ file: String) throws {
    let parts = file.split(separator: ".")
    guard parts.count == 2, let bytes = try folder.data(file) else { throw VectorError("no block") }
    self.folder = folder
    self.bytes = bytes
    cid = try CID(text: parts[0])
    codec = String(parts[1])
  }

  func check() throws {
    try expect(cid.codec.description, equals: codec, "codec")
    let node = try IPLDFixture.decode(bytes, codec)
    try expect(try IPLDFixture.encode(node, codec), equals: bytes, "form")
    try expect(try cid.matches(bytes), equals: true, "CID")
    let links = try Block(cid: cid, bytes: bytes).links()
    if codec != "dag-json" { try expect(links, equals: node.links, "links") }
    for file in folder.names {
      guard let other = file.split(separator: ".").last.map(String.init), other != codec else { continue }
      try expect(try IPLDFixture.encode(node, other), equals: try folder.data(file) ?? [], "\(codec) as \(other)")
    }
  }

  private static func decode(_ bytes: [UInt8], _ codec: String) throws -> IPLDNode {
    switch codec {
    case "dag-cbor": try IPLDNode(cbor: bytes)
    case "dag-json": try IPLDNode(dagJSON: bytes, canonical: true)
    case "dag-pb": try PBNode(decoding: bytes).ipld
    default: throw VectorError("codec \(codec)")
    }
  }

  private static func encode(_ node: IPLDNode, _ codec: String) throws -> [UInt8] {
    switch codec {
    case "dag-cbor": node.cbor
    case "dag-json": try node.dagJSON()
    case "dag-pb": try PBNode(ipld: node).encoded
    default: throw VectorError("codec \(codec)")
    }
  }
}
