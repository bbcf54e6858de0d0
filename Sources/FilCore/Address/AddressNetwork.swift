/// The letter in front of an address as text.
public enum AddressNetwork: Character, Hashable, Sendable {
  /// `f`.
  case mainnet = "f"
  /// `t`, on every other network.
  case testnet = "t"
}
