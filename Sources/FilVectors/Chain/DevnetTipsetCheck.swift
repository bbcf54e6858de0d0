internal import FilChain
internal import FilCore
internal import FilStore
internal import FilVM

/// One tipset of a recorded chain, compared with what Lotus said about it.
struct DevnetTipsetCheck {
  let recording: DevnetRecording
  let record: JSONValue
  let tipset: Tipset
  /// The record of the tipset before; `nil` for the genesis.
  let previous: JSONValue?

  private var chain: ChainStore<SnapshotBlockstore> { recording.chain }
  private var parameters: NetworkParameters { recording.parameters }

  func run() throws {
    try checkTipset()
    for (header, block) in zip(tipset.blocks, try record.requireArray("blocks")) { try check(header, block) }
    try checkSupply()
    if let previous { try checkRules(try recording.outcome(previous)) }
    let messages = try chain.executedMessages(of: tipset).flatMap(\.self)
    guard let outcome = try recording.outcome(record) else { return }
    try checkExecuted(messages, try record.requireArray("messages_executed"))
    try checkReceipts(outcome)
    try expect(
      try chain.weight(of: tipset, parameters), equals: try record.bigInt("weight_after"), "weight after")
    try expect(
      try chain.nextBaseFee(after: tipset, parameters), equals: try record.amount("base_fee_after"), "base fee after")
  }

  private func checkTipset() throws {
    try expect(tipset.epoch, equals: try record.requireInteger("epoch"), "epoch")
    try expect(tipset.key.cids, equals: try record.requireArray("tipset_key").map { try $0.requireCID() }, "key")
    try expect(tipset.blocks.count, equals: try record.requireArray("blocks").count, "blocks")
    try expect(tipset.parentStateRoot, equals: try record.requireCID("parent_state_root"), "parent state root")
    try expect(
      tipset.parentMessageReceipts, equals: try record.requireCID("parent_receipts_root"), "parent receipts")
    try expect(tipset.baseFee, equals: try record.amount("parent_base_fee"), "parent base fee")
    try expect(tipset.parentWeight, equals: try record.bigInt("parent_weight"), "parent weight")
    try expect(tipset.timestamp, equals: parameters.timestamp(of: tipset.epoch) ?? 0, "timestamp of the epoch")
    let entries = try record.requireArray("beacon_entries").map {
      BeaconEntry(round: try $0.requireInteger("round"), signature: try $0.base64("data"))
    }
    try expect(tipset.blocks[0].beaconEntries, equals: entries, "beacon entries")
    if let previous {
      try expect(try chain.parent(of: tipset).key, equals: try recording.tipset(previous).key, "parent")
    }
  }

  private func check(_ header: BlockHeader, _ block: JSONValue) throws {
    try expect(header.cid, equals: try block.requireCID("cid"), "block")
    try expect(header.miner, equals: try block.address("miner"), "miner")
    try expect(header.parents, equals: try block.requireArray("parents").map { try $0.requireCID() }, "parents")
    try expect(header.timestamp, equals: try block.requireInteger("timestamp"), "timestamp")
    try expect(header.electionProof?.winCount ?? 0, equals: try block.requireInteger("win_count"), "win count")
    try expect(header.electionProof?.vrfProof ?? [], equals: try block.base64("election_vrf"), "election proof")
    try expect(header.ticket?.vrfProof ?? [], equals: try block.base64("ticket_vrf"), "ticket")
    try expect(header.messages, equals: try block.requireCID("messages_root"), "messages root")
    try expect(try chain.messages(of: header).root, equals: header.messages, "messages root, computed")
    try expect(header.forkSignaling, equals: try block.requireInteger("fork_signaling"), "fork signaling")
    let aggregate = block["bls_aggregate"] == nil ? nil : try block.signature("bls_aggregate")
    try expect(header.blsAggregate, equals: aggregate, "aggregate")
    let signature = block["block_sig"] == nil ? nil : try block.signature("block_sig")
    try expect(header.blockSignature, equals: signature, "block signature")
    let proofs = try (block["winning_post"]?.array ?? []).map {
      PoStProof(
        type: RegisteredPoStProof(rawValue: try $0.requireInteger("PoStProof")), bytes: try $0.base64("ProofBytes"))
    }
    try expect(header.winningPoStProof, equals: proofs, "winning PoSt")
  }

  private func checkSupply() throws {
    let tree = try StateTree(root: tipset.parentStateRoot, store: chain.blocks)
    let supply = try CirculatingSupply(at: tipset.epoch, in: tree, parameters)
    let recorded = try record.require("vm_circulating_supply")
    try expect(supply.vested, equals: try recorded.amount("FilVested"), "vested")
    try expect(supply.mined, equals: try recorded.amount("FilMined"), "mined")
    try expect(supply.burnt, equals: try recorded.amount("FilBurnt"), "burnt")
    try expect(supply.locked, equals: try recorded.amount("FilLocked"), "locked")
    try expect(supply.reserveDisbursed, equals: try recorded.amount("FilReserveDisbursed"), "reserve disbursed")
    try expect(supply.circulating, equals: try recorded.amount("FilCirculating"), "circulating supply")
  }

  private func checkRules(_ outcome: TipsetOutcome?) throws {
    guard let outcome else { throw VectorError("no outcome of the parents") }
    let validator = BlockValidator(chain: chain, parameters: parameters)
    for header in tipset.blocks {
      let block = FullBlock(header: header, messages: try chain.messages(of: header))
      let checked = try validator.check(block, parentOutcome: outcome, now: header.timestamp)
      try expect(checked.parents.key, equals: tipset.parents, "parents of the checked block")
      try expect(checked.uncheckedRules, equals: [.winningPoSt], "unchecked rules")
    }
  }

  private func checkExecuted(_ messages: [ChainMessage], _ executed: [JSONValue]) throws {
    try expect(messages.map(\.cid), equals: try executed.map { try $0.requireCID("cid") }, "messages")
    for (message, recorded) in zip(messages.map(\.message), executed) {
      let same = Message(
        to: try recorded.address("to"), from: try recorded.address("from"), nonce: try recorded.requireInteger("nonce"),
        value: try recorded.amount("value"), gasLimit: try recorded.requireInteger("gas_limit"),
        gasFeeCap: try recorded.amount("gas_fee_cap"), gasPremium: try recorded.amount("gas_premium"),
        method: try recorded.requireInteger("method"), params: try recorded.base64("params_base64"))
      try expect(message, equals: same, "message")
    }
  }

  private func checkReceipts(_ outcome: TipsetOutcome) throws {
    let receipts = try record.requireArray("messages_executed").map { message in
      Receipt(
        exitCode: ExitCode(rawValue: try message.requireInteger("exit_code")),
        returnData: try message.base64("return_base64"), gasUsed: try message.requireInteger("gas_used"),
        eventsRoot: message["events_root"] == nil ? nil : try message.requireCID("events_root"))
    }
    let root = try ReceiptArray.store(receipts, in: MemoryBlockstore())
    try expect(root, equals: outcome.receiptsRoot, "receipts root")
    try expect(try ReceiptArray.load(root, from: chain.blocks), equals: receipts, "receipts")
    for events in receipts.compactMap(\.eventsRoot) { try checkEvents(events) }
  }

  /// The events are read and, written again, have the same root.
  private func checkEvents(_ root: CID) throws {
    let recorded = try AMT<StampedEvent, _>(root: root, store: chain.blocks)
    var events: [StampedEvent] = []
    try recorded.forEach { _, event in events.append(event) }
    var again = AMT(events, store: MemoryBlockstore(), configuration: recorded.configuration)
    try expect(try again.flush(), equals: root, "events root")
    guard !events.isEmpty else { throw VectorError("no events at \(root)") }
  }
}
