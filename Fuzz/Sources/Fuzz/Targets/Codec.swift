import FilCore

private let cid = CID(dagCBOR: [0xf6])
private let identity = CID(codec: .raw, hash: .identity, digest: [1, 2, 3])
private let node = IPLDNode.map([
  "a": .list([.null, .bool(true), .integer(-1), .integer(1_099_511_627_776), .float(1.5)]), "bb": .bytes([1, 2, 3]),
  "c": .link(cid),
  "d": .map(["x": .string("text")]),
])

let codecTargets = [
  FuzzTarget("cbor", [node.cbor, IPLDNode.list([node, node]).cbor]) { try IPLDNode(cbor: $0).cbor },
  FuzzTarget("dag-json", [(try? node.dagJSON()) ?? [], Array("[1e-7, \"\\u00e9\"]".utf8)]) { input in
    // Other forms than the canonical one are accepted, and stand for one node.
    let read = try IPLDNode(dagJSON: input)
    return try IPLDNode(dagJSON: try read.dagJSON(), canonical: true) == read ? nil : []
  },
  FuzzTarget("links", [node.cbor, (try? node.dagJSON()) ?? [], PBNode(links: [PBLink(cid: cid, name: "a")]).encoded]) {
    input in
    let links = try? Block(dagCBOR: input).links()
    if let node = try? IPLDNode(cbor: input), node.links != links { return [] }
    for codec in [Multicodec.dagPB, .dagJSON] {
      _ = try? Block(cid: CID(codec: codec, hash: .identity, digest: []), bytes: input).links()
    }
    return nil
  },
  FuzzTarget("cbor-fields", [IPLDNode.map(["a": .integer(1), "State": .string("x")]).cbor]) { input in
    var decoder = CBORDecoder(input)
    _ = try CBORFields(from: &decoder).keys
    return nil
  },
  FuzzTarget("cbor-item", [node.cbor]) { try RawCBOR($0).bytes },
  FuzzTarget("big-integer", [BigInt(-5).cbor, (BigInt.one << 300).cbor]) {
    // Leading zeros are accepted.
    _ = try BigInt(cbor: $0).description
    return nil
  },
  FuzzTarget("cid", [cid.bytes, identity.bytes, CID(version0: .zero).bytes]) { try CID(bytes: $0).bytes },
  FuzzTarget("cid-text", [cid, identity, CID(version0: .zero)].map { Array($0.description.utf8) }) {
    // One CID has a text in every base.
    _ = try CID(text: String(decoding: $0, as: UTF8.self)).description
    return nil
  },
  FuzzTarget("multibase", Multibase.allCases.map { Array($0.encode([1, 2, 3, 4, 5]).utf8) }) { input in
    guard let (base, bytes) = Multibase.decode(String(decoding: input, as: UTF8.self)) else { throw Refusal() }
    return Array(base.encode(bytes).utf8)
  },
  FuzzTarget("varint", [Varint.encode(0), Varint.encode(300), Varint.encode(.max)]) { input in
    var rest = input[...]
    let value = try Varint.read(from: &rest)
    return Varint.encode(value) + rest
  },
  FuzzTarget("token-amount", ["1.5 FIL", "0", "-12.000000000000000001"].map { Array($0.utf8) }) { input in
    guard let amount = TokenAmount(fil: String(decoding: input, as: UTF8.self)) else { throw Refusal() }
    guard TokenAmount(fil: amount.description) == amount else { return [] }
    return nil
  },
]

/// What stands for `nil` where a decoder throws nothing.
struct Refusal: Error {}
