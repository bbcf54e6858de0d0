import FilActors
import FilChain
import FilCore

/// Addresses as the demo shows them: with the network's own prefix, long ones cut, and with what they stand for.
struct ActorNames {
  private var roles: [Address: String]

  /// The names on a network with this client, what paid out the money that it began with, and this miner.
  init(client: Address, faucet: Address?, worker: Address, miner: ActorID) {
    roles = [client: "client", worker: "worker", Address(id: miner): "miner", .marketActor: "storage market"]
    if let faucet { roles[faucet] = "faucet" }
  }

  /// The name of an actor.
  subscript(address: Address) -> String {
    let text = Self.text(address)
    let short = text.count > 20 ? "\(text.prefix(8))...\(text.suffix(4))" : text
    return roles[address].map { "\($0) \(short)" } ?? short
  }

  /// An address in full.
  static func text(_ address: Address) -> String { address.formatted(for: NetworkParameters.local.addressNetwork) }
}
