import FilCore
import Testing

@Suite("States", .timeLimit(.minutes(15)))
struct StateTests {
  /// What a state holds of an actor, in as many fields as its version has.
  private static func actor(_ code: CID, head: CID, nonce: UInt64, balance: TokenAmount, fields: Int) throws -> RawCBOR
  {
    var encoder = CBOREncoder()
    encoder.array(count: fields)
    encoder.link(code)
    encoder.link(head)
    encoder.unsigned(nonce)
    balance.encode(to: &encoder)
    if fields == 5 { encoder.null() }
    return try RawCBOR(encoder.bytes)
  }

  private static func legacyCode(_ name: String) -> CID {
    CID(codec: .raw, hash: .identity, digest: Array(name.utf8))
  }

  private static func legacyState(_ store: MemoryBlockstore, version: UInt64?) throws -> CID {
    var map = HAMTMap<Address, RawCBOR, _>(store: store, configuration: .legacy)
    let head = CID(dagCBOR: [0x80])
    for id: ActorID in [0, 1, 99, 100] {
      let name = id == 0 ? "system" : "account"
      let amount = TokenAmount(atto: 1_500_000_000_000_000_000) * id
      try map.set(
        Address(id: id),
        to: try actor(legacyCode("fil/1/\(name)"), head: head, nonce: id, balance: amount, fields: 4))
    }
    let root = try map.flush()
    return try version.map { try wrap(root, version: $0, in: store) } ?? root
  }

  private static func wrap(_ root: CID, version: UInt64, in store: MemoryBlockstore) throws -> CID {
    var encoder = CBOREncoder()
    encoder.tuple(version, root, CID(dagCBOR: [0x80]))
    let block = Block(dagCBOR: encoder.bytes)
    try store.put(block)
    return block.cid
  }

  private static func currentState(_ store: MemoryBlockstore) throws -> CID {
    let codes = [CID(dagCBOR: "system".cbor), CID(dagCBOR: "account".cbor)]
    let manifest = Block(
      dagCBOR: IPLDNode.list([
        .list([.string("system"), .link(codes[0])]), .list([.string("account"), .link(codes[1])]),
      ]).cbor)
    let system = Block(dagCBOR: [0x81] + manifest.cid.cbor)
    try store.put([manifest, system])
    var map = HAMTMap<Address, RawCBOR, _>(store: store)
    try map.set(Address(id: 0), to: try actor(codes[0], head: system.cid, nonce: 0, balance: .zero, fields: 5))
    try map.set(Address(id: 7), to: try actor(codes[1], head: system.cid, nonce: 3, balance: .fil(2), fields: 5))
    let other = CID(dagCBOR: "other".cbor)
    try map.set(Address(id: 8), to: try actor(other, head: system.cid, nonce: 0, balance: .fil(1), fields: 5))
    return try wrap(try map.flush(), version: 5, in: store)
  }

  private static func run(_ options: String..., state: (MemoryBlockstore) throws -> CID) throws -> ToolRun {
    try withTemporaryFolder { folder in
      let path = folder + "/chain.car"
      try SmallChain(state: state).write(to: path)
      return ToolRun(all: ["state", "actors", path] + options)
    }
  }

  @Test("states of the first versions, bare and with a version", arguments: [nil, 0, 1] as [UInt64?])
  func legacy(version: UInt64?) throws {
    let run = try Self.run { try Self.legacyState($0, version: version) }
    #expect(run.errors.isEmpty)
    #expect(
      run.lines.dropLast() == [
        "f00 fil/1/system 0 0 FIL", "f01 fil/1/account 1 1.5 FIL", "f099 fil/1/account 99 148.5 FIL",
        "f0100 fil/1/account 100 150 FIL",
      ])
    let last = try #require(run.lines.last)
    #expect(last.hasPrefix("4 actors with 300 FIL in state ") && last.hasSuffix("of version \(version ?? 0)"))
  }

  @Test("types of today's states come from the manifest")
  func current() throws {
    let objects = try Self.run("--json", state: Self.currentState).objects()
    #expect(objects.map { $0["id"] as? Int } == [0, 7, 8, nil])
    #expect(
      objects.map { $0["type"] as? String } == ["system", "account", CID(dagCBOR: "other".cbor).description, nil])
    #expect(objects.last?["balance"] as? String == "3000000000000000000")
    #expect(objects.last?["version"] as? Int == 5)
  }

  @Test("what is no state, or one of a later version, is an error")
  func errors() throws {
    let unknown = try Self.run { try Self.wrap(try Self.legacyState($0, version: nil), version: 6, in: $0) }
    #expect(unknown.status == 1 && unknown.errors == ["the state tree has version 6, which is unknown"])
    let missing = try Self.run { _ in CID(dagCBOR: "missing".cbor) }
    #expect(missing.status == 1 && missing.errors.count == 1)
    let other = try Self.run { store in
      try store.put(Block(dagCBOR: "text".cbor))
      return CID(dagCBOR: "text".cbor)
    }
    #expect(other.status == 1 && other.errors.count == 1)
  }
}
