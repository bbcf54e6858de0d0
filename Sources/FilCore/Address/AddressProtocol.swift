/// How an address names an actor: the first byte of its binary form.
public enum AddressProtocol: UInt8, Hashable, Sendable, CaseIterable {
  /// The actor's number.
  case id = 0
  /// The hash of a secp256k1 public key.
  case secp256k1 = 1
  /// The hash of what an actor was created from.
  case actor = 2
  /// A BLS public key.
  case bls = 3
  /// A name that the actor with the namespace's number gives out.
  case delegated = 4
}
