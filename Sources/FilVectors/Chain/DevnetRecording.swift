package import FilChain
internal import FilCore
internal import FilCrypto
package import FilStore
internal import Foundation

/// The recording of a private network of Lotus: its blocks and states, and what Lotus said about each tipset.
package struct DevnetRecording {
  /// The chain.
  package let chain: ChainStore<SnapshotBlockstore>
  /// The network.
  package let parameters: NetworkParameters
  /// What was recorded of each tipset, by rising epochs.
  package let epochs: [JSONValue]

  /// The recording in a folder; `nil` if there is none.
  package init?(_ folder: VectorFolder) throws {
    guard let summary = try folder.document("summary.json") else { return nil }
    let names = ["chain.car", "chain.car.zst"].filter(folder.fileNames.contains)
    guard let name = names.first else { throw VectorError("a summary without a chain") }
    let path = folder.url.appendingPathComponent(name).path
    chain = ChainStore(blocks: try SnapshotBlockstore(path: path, verifiesReads: true))
    parameters = try DevnetRecording.parameters(summary)
    epochs = try summary.requireArray("epochs")
  }

  private static func parameters(_ summary: JSONValue) throws -> NetworkParameters {
    let network = try summary.require("network")
    var parameters = NetworkParameters.devnet
    parameters.name = try network.requireString("name")
    parameters.genesisTime = try network.requireInteger("genesis_timestamp")
    parameters.blockDelay = try network.requireInteger("block_delay_seconds")
    parameters.propagationDelay = 6
    guard let beacon = try summary.require("beacon").requireArray("schedule").first else {
      throw VectorError("no beacon")
    }
    let key = try DrandKey(try beacon.requireBytes("public_key"), scheme: .unchainedG1)
    parameters.beacons = BeaconSchedule(
      DrandChain(
        publicKey: key, genesisTime: try beacon.requireInteger("genesis_time"),
        period: try beacon.requireInteger("period_seconds")))
    return parameters
  }

  /// The tipset of a record.
  package func tipset(_ record: JSONValue) throws -> Tipset {
    try chain.tipset(TipsetKey(try record.requireArray("tipset_key").map { try $0.requireCID() }))
  }

  /// What Lotus got from executing the tipset of a record; `nil` for the last one.
  package func outcome(_ record: JSONValue) throws -> TipsetOutcome? {
    guard record["state_root_after"] != nil else { return nil }
    return TipsetOutcome(
      stateRoot: try record.requireCID("state_root_after"), receiptsRoot: try record.requireCID("receipts_root_after"))
  }
}

extension JSONValue {
  /// This text as a CID.
  func requireCID() throws -> CID {
    guard let text = string else { throw VectorError("no CID") }
    return try CID(text: text)
  }
}
