import FilActors
import FilCore

/// Addresses as people of a network read them: with its own letter, and with names for those that are known.
struct AddressText: Sendable {
  let network: AddressNetwork
  /// Who has these addresses; their lines are long enough without the keys.
  var people: [Address: String] = [:]

  /// The text of an address.
  func of(_ address: Address) -> String { address.formatted(for: network) }

  /// The text of an actor's number.
  func of(_ id: ActorID) -> String { of(Address(id: id)) }

  /// Who has an address: a name if there is one, with the address where it is short.
  func who(_ address: Address) -> String {
    if let name = people[address] { return name }
    return Self.actor(address).map { "\(of(address)) (\($0))" } ?? of(address)
  }

  /// What an actor that exists once does.
  private static func actor(_ address: Address) -> String? {
    switch address {
    case .initActor: "init"
    case .rewardActor: "reward"
    case .powerActor: "storage power"
    case .marketActor: "storage market"
    case .verifregActor: "verified registry"
    case .datacapActor: "datacap"
    case .burntFundsActor: "burnt funds"
    default: nil
    }
  }
}
