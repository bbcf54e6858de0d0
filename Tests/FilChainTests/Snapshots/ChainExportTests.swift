import FilChain
import FilCore
import FilStore
import FilVectors
import Testing

@Suite("Export of a recorded chain", .timeLimit(.minutes(10)))
struct ChainExportTests {
  private let recording: Recording

  init() throws { recording = try Recording() }

  private var store: some Blockstore { recording.chain.blocks }

  private func head() throws -> Tipset { try tipset(try #require(try recording.epochs().last)) }

  private func tipset(_ epoch: ChainEpoch) throws -> Tipset { try recording.tipset(epoch).tipset }

  private func export(upTo head: Tipset) throws -> ExportedArchive {
    try ExportedArchive(upTo: head, in: store, recording.parameters)
  }

  @Test("the archive has the blocks of Lotus's own, but for the note before the genesis")
  func sameBlocks() throws {
    let archive = try export(upTo: try head())
    var reader = try recording.chain.blocks.reader()
    var recorded: Set<Block> = []
    while let section = try reader.next() {
      if section.block.cid != .beforeGenesis { recorded.insert(section.block) }
    }
    #expect(recorded.count > 2_000)
    #expect(Set(archive.blocks) == recorded)
    #expect(archive.blocks.count == recorded.count)
    #expect(archive.roots == (try head().key.cids))
  }

  @Test("the numbers are those of the archive")
  func numbers() throws {
    let archive = try export(upTo: try head())
    let exported = archive.exported
    #expect(exported.tipsets == (try recording.epochs().count))
    #expect(exported.blocks == archive.blocks.count)
    #expect(exported.bytes == UInt64(archive.bytes.count))
    #expect(exported.head == (try head()))
    #expect(exported.genesis == (try tipset(0).blocks[0]))
  }

  @Test("headers come from the head back to the genesis, each before what only it and older ones name")
  func order() throws {
    let archive = try export(upTo: try head())
    let places = Dictionary(uniqueKeysWithValues: zip(archive.blocks.map(\.cid), archive.blocks.indices))
    var next = archive.blocks.count
    for epoch in try recording.epochs() {
      let tipset = try tipset(epoch)
      let place = try #require(places[tipset.key.cids[0]])
      #expect(place < next)
      let state = try #require(places[tipset.parentStateRoot])
      #expect(epoch > 0 ? state > place && state < next : state < next)
      next = place
    }
    #expect(next == 0)
  }

  @Test("an earlier tipset's archive is whole by itself")
  func earlierTipset() throws {
    let middle = try tipset(50)
    let archive = try export(upTo: middle)
    #expect(archive.roots == middle.key.cids)
    let again = try ExportedArchive(upTo: middle, in: archive.store, recording.parameters)
    #expect(again.bytes == archive.bytes)
    #expect(archive.blocks.count < (try export(upTo: try head()).blocks.count))
  }

  @Test("any block of a genesis that is missing is named")
  func everyMissingBlock() throws {
    let genesis = try tipset(0)
    let archive = try export(upTo: genesis)
    #expect(archive.blocks.count > 50)
    let store = archive.store
    for index in stride(from: 0, to: archive.blocks.count, by: 5) {
      try expectMissing(archive.blocks[index].cid, upTo: genesis, in: store)
    }
  }

  @Test("of each kind of block on a chain with messages, one that is missing is named")
  func missingKinds() throws {
    let head = try head()
    let archive = try export(upTo: head)
    let store = archive.store
    let chain = ChainStore(blocks: store)
    let events = try recording.epochs().lazy.compactMap { epoch in
      try ReceiptArray.load(try tipset(epoch).parentMessageReceipts, from: store).compactMap(\.eventsRoot).first
    }.first
    let busy = try #require(try recording.epochs().map(tipset).first { try chain.messages(of: $0.blocks[0]).count > 1 })
    let messages = try chain.messages(of: busy.blocks[0])
    let roots = try MessageRoots(cbor: try store.require(busy.blocks[0].messages))
    let code = try #require(archive.blocks.first { $0.cid.codec == .raw })
    let missing = [
      try tipset(7).key.cids[0], busy.blocks[0].messages, roots.bls, roots.secp256k1, messages.all[0].cid,
      busy.parentMessageReceipts, busy.parentStateRoot, try #require(events), code.cid,
    ]
    for cid in missing { try expectMissing(cid, upTo: head, in: store) }
  }

  private func expectMissing(_ cid: CID, upTo head: Tipset, in store: some Blockstore) throws {
    let error = #expect(throws: ChainExportError.chain(ChainError(.store, ""))) {
      try ExportedArchive(upTo: head, in: LackingStore(base: store, missing: cid), recording.parameters)
    }
    guard case .chain(let failure) = error else { return }
    #expect(failure.cause as? StoreError == StoreError(.notFound, ""))
    #expect(failure.description.contains("\(cid)"))
  }

  @Test("the code of other actors than the network's is missing like any other block")
  func otherCodes() throws {
    let genesis = try tipset(0)
    #expect(throws: ChainExportError.chain(ChainError(.store, ""))) {
      try ExportedArchive(upTo: genesis, in: store, .mainnet)
    }
  }

  @Test("two blocks of epoch 0 are no genesis")
  func twoGeneses() throws {
    let first = try tipset(0).blocks[0]
    var second = first
    second.miner = Address(id: 7)
    let blocks = BufferedBlockstore(over: store)
    try blocks.put(Block(dagCBOR: second.cbor))
    #expect(throws: ChainExportError.chain(ChainError(.malformed, ""))) {
      try ExportedArchive(upTo: try Tipset([first, second]), in: blocks, recording.parameters)
    }
  }

  @Test("a sink that fails is told from a chain that is not whole", arguments: [0, 10, 100, 10_000])
  func fullDisk(room: Int) throws {
    var disk = FullDisk(room: room)
    let export = ChainExport(recording.chain, parameters: recording.parameters)
    #expect(throws: ChainExportError.archive(StoreError(.full, ""))) {
      try export.write(upTo: try tipset(20), to: &disk)
    }
  }

  @Test("facts have the names and values that Lotus's recording has for them")
  func facts() throws {
    let exported = try export(upTo: try head()).exported
    let facts = try JSONValue(parsing: exported.json.utf8)
    let summary = try #require(try Recording.folder.document("summary.json"))
    let (network, theirs) = (try facts.require("network"), try summary.require("network"))
    let shared = [
      "name", "genesis_cid", "genesis_timestamp", "network_version", "block_delay_seconds", "initial_base_fee",
      "block_gas_limit", "consensus_miner_min_power", "eip155_chain_id", "address_prefix",
      "actor_code_cids",
    ]
    for name in shared { #expect(try network.require(name) == (try theirs.require(name)), "\(name)") }
    guard case .object(let heights) = try network.require("upgrade_heights") else { throw VectorError("no heights") }
    let recorded = try theirs.require("upgrade_heights")
    // Lotus's recording leaves out the corrections of three upgrades, none of which this network made.
    let missing = heights.keys.filter { recorded[$0] == nil }
    #expect(missing.allSatisfy { $0.contains("Fix") } && missing.count == 4 && heights.count > 30)
    for (name, height) in heights where !missing.contains(name) { #expect(recorded[name] == height, "\(name)") }
    #expect(try facts.require("beacon").require("schedule") == (try summary.require("beacon").require("schedule")))
    #expect(network["lookback_epochs"]?.integer() == 900)
    #expect(network["base_fee_rule_height"]?.integer() == -32)
    #expect(network["consensus_miner_min_miners"]?.integer() == 4)
    #expect(network["total_supply"]?.string == "2000000000" + String(repeating: "0", count: 18))
    let key = try facts.require("head").requireArray("tipset_key").map { try CID(text: try #require($0.string)) }
    #expect(key == exported.head.key.cids)
    #expect(try facts.require("counts").requireInteger("blocks") == exported.blocks)
  }

  @Test("several drand networks stand in their order")
  func beacons() throws {
    let genesis = try tipset(0)
    var parameters = recording.parameters
    parameters.beacons = .mainnet
    let facts = try JSONValue(
      parsing: try ExportedArchive(upTo: genesis, in: store, parameters).exported.json.utf8)
    let schedule = try facts.require("beacon").requireArray("schedule")
    #expect(schedule.map { $0["start_epoch"]?.integer() } == [0, 51_000, 3_855_480])
    #expect(schedule.map { $0["chained"]?.bool } == [true, true, false])
    #expect(schedule.map { $0["period_seconds"]?.integer() } == [30, 30, 3])
  }
}
