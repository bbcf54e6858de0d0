import FilCore

func codecBenchmarks() throws -> [Benchmark] {
  let message = Samples.message(7)
  let form = message.cbor
  let header = Samples.header(7)
  let headerForm = header.cbor
  let nodes = try Samples.stateNodes()
  let block = Samples.bytes(1 << 20)
  let cid = CID(dagCBOR: form)
  let (text, address) = (cid.description, message.from.description)
  let list = IPLDNode.list(
    (0..<200).map { .map(["number": .integer(IPLDInteger(UInt64($0))), "name": .string("entry"), "link": .link(cid)]) })
  let listForm = list.cbor
  return [
    Benchmark("message: encode", bytes: form.count) { blackHole(message.cbor) },
    Benchmark("message: decode", bytes: form.count) { blackHole(try Message(cbor: form)) },
    Benchmark("block header: encode", bytes: headerForm.count) { blackHole(header.cbor) },
    Benchmark("block header: decode", bytes: headerForm.count) { blackHole(try BlockHeader(cbor: headerForm)) },
    Benchmark("links of HAMT nodes", bytes: nodes.reduce(0) { $0 + $1.count }) {
      var count = 0
      for node in nodes {
        var decoder = CBORDecoder(node)
        try decoder.skip { _ in count += 1 }
        try decoder.finish()
      }
      blackHole(count)
    },
    Benchmark("IPLD node: encode", bytes: listForm.count) { blackHole(list.cbor) },
    Benchmark("IPLD node: decode", bytes: listForm.count) { blackHole(try IPLDNode(cbor: listForm)) },
    Benchmark("any item: skip", bytes: listForm.count) {
      var decoder = CBORDecoder(listForm)
      try decoder.skip()
    },
    Benchmark("CID: write text") { blackHole(cid.description) },
    Benchmark("CID: read text") { blackHole(try CID(text: text)) },
    Benchmark("address: read text") { blackHole(try Address(text: address)) },
    Benchmark("BLAKE2b-256, 1 MiB", bytes: block.count) { blackHole(BLAKE2b.hash256(block)) },
    Benchmark("SHA-256, 1 MiB", bytes: block.count) { blackHole(SHA256.hash(block)) },
    Benchmark("UnixFS: import 4 MiB", bytes: 4 * block.count) {
      let file = ArraySource(block + block + block + block)
      blackHole(try UnixFSImporter(store: MemoryBlockstore()).file(file))
    },
  ]
}
