import FilActors
import FilChain
import FilCore

/// Addresses as the demo shows them: with the network's own prefix, long ones cut, and with what they stand for.
struct ActorNames {
  private let roles: [Address: String]

  /// The names on a network with this client and this miner.
  init(client: Address, worker: Address, miner: ActorID) {
    roles = [client: "client", worker: "worker", Address(id: miner): "miner", .marketActor: "storage market"]
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
