internal import FilActors
internal import FilCore
internal import FilCrypto
internal import FilVM

extension ExportedChain {
  /// What a checker of the archive must know of the network, as JSON that is a line for each value.
  ///
  /// Integers that may be large are text. The names are those of Lotus's recordings where these have the field.
  public var json: String {
    JSONText.object([
      ("format", .string("filecoin-chain-export-1")), ("network", network), ("beacon", beacon),
      (
        "head",
        .object([("epoch", .integer(Int128(head.epoch))), ("tipset_key", .list(head.key.cids.map(Self.text)))])
      ),
      (
        "counts",
        .object([
          ("tipsets", .integer(Int128(tipsets))), ("blocks", .integer(Int128(blocks))),
          ("bytes", .integer(Int128(bytes))),
        ])
      ),
    ]).indented
  }

  private var network: JSONText {
    .object([
      ("name", .string(parameters.name)),
      ("genesis_cid", Self.text(genesis.cid)),
      ("genesis_timestamp", .integer(Int128(genesis.timestamp))),
      ("network_version", .integer(Int128(parameters.networkVersion(at: head.epoch)))),
      ("block_delay_seconds", .integer(Int128(parameters.blockDelay))),
      ("lookback_epochs", .integer(Int128(parameters.lookback))),
      ("base_fee_rule_height", .integer(Int128(parameters.upgrades[.fireHorse]))),
      ("initial_base_fee", Self.text(parameters.fees.initial.atto)),
      ("block_gas_limit", .integer(Int128(parameters.fees.blockGasLimit))),
      ("consensus_miner_min_power", Self.text(parameters.policy.minimumConsensusPower)),
      ("consensus_miner_min_miners", .integer(Int128(PowerState.consensusMinerMinMiners))),
      ("total_supply", Self.text(NetworkParameters.totalSupply.atto)),
      ("eip155_chain_id", .integer(Int128(parameters.ethereumChainID))),
      ("address_prefix", Self.text(parameters.addressNetwork.rawValue)),
      ("actor_code_cids", .object(parameters.actorCodes.entries.map { ($0.type.name, Self.text($0.code)) })),
      ("upgrade_heights", upgradeHeights),
    ])
  }

  private var upgradeHeights: JSONText {
    .object(
      Upgrade.allCases.compactMap { upgrade in
        parameters.upgrades.heights[upgrade].map { ("Upgrade\(upgrade.rawValue)Height", .integer(Int128($0))) }
      })
  }

  private var beacon: JSONText {
    let entries = [BeaconSchedule.Entry(from: 0, parameters.beacons.first)] + parameters.beacons.later
    return .object([("schedule", .list(entries.map(Self.beacon)))])
  }

  private static func beacon(_ entry: BeaconSchedule.Entry) -> JSONText {
    let key = entry.chain.publicKey
    return .object([
      ("start_epoch", .integer(Int128(entry.start))), ("chained", .bool(key.scheme == .chained)),
      ("scheme", .string(key.scheme.rawValue)), ("period_seconds", .integer(Int128(entry.chain.period))),
      ("genesis_time", .integer(Int128(entry.chain.genesisTime))), ("public_key", .string(key.bytes.hex)),
    ])
  }

  private static func text(_ value: some CustomStringConvertible) -> JSONText { .string(value.description) }
}
