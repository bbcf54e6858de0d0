/// The number of an actor in the state tree.
public typealias ActorID = UInt64

/// The name of an actor: its number, a key, or a name that another actor gave it (specification, "Address").
///
/// Only delegated addresses in other namespaces than Ethereum's take heap memory. The network's letter is no part of
/// an address: `description` prints `f`, `formatted(for:)` the network's own.
public struct Address: Hashable, Sendable {
  enum Storage: Hashable, Sendable {
    case id(ActorID)
    case secp256k1(Bytes20)
    case actor(Bytes20)
    case bls(Bytes48)
    /// A delegated address in the Ethereum namespace with 20 bytes.
    case ethereum(Bytes20)
    /// Any other delegated address.
    case delegated(namespace: ActorID, subaddress: [UInt8])
  }

  let storage: Storage

  /// The longest subaddress of a delegated address, in bytes.
  public static let maxSubaddressBytes = 54

  /// The actor that gives out Ethereum addresses.
  public static let ethereumNamespace: ActorID = 10

  init(_ storage: Storage) {
    self.storage = storage
  }

  /// The address of the actor with a number.
  public init(id: ActorID) {
    storage = .id(id)
  }

  /// The address of a secp256k1 key: the hash of the uncompressed public key.
  ///
  /// - Parameter publicKey: 65 bytes; other lengths give `nil`.
  public init?(secp256k1PublicKey publicKey: [UInt8]) {
    guard publicKey.count == 65 else { return nil }
    storage = .secp256k1(Bytes20(hashing: publicKey))
  }

  /// The address of a BLS key, which is the key itself.
  ///
  /// - Parameter publicKey: 48 bytes; other lengths give `nil`. Whether it is a point of the group is not checked.
  public init?(blsPublicKey publicKey: [UInt8]) {
    guard let key = Bytes48(publicKey) else { return nil }
    storage = .bls(key)
  }

  /// The address of an actor that was created from `input`.
  public init(actorCreatedFrom input: [UInt8]) {
    storage = .actor(Bytes20(hashing: input))
  }

  /// A delegated address.
  ///
  /// - Parameters:
  ///   - namespace: The number of the actor that gave it out.
  ///   - subaddress: At most 54 bytes; more give `nil`.
  public init?(namespace: ActorID, subaddress: [UInt8]) {
    guard subaddress.count <= Address.maxSubaddressBytes else { return nil }
    if namespace == Address.ethereumNamespace, let short = Bytes20(subaddress) {
      storage = .ethereum(short)
    } else {
      storage = .delegated(namespace: namespace, subaddress: subaddress)
    }
  }

  /// The address of the BLS key that is the point at infinity, which nobody has.
  public static let zeroBLS = Address(blsPublicKey: [0xc0] + [UInt8](repeating: 0, count: 47))

  /// The delegated address of Ethereum's address of zeros.
  public static let nullEthereum = Address(.ethereum(Bytes20.zero))

  /// How the address names its actor.
  public var `protocol`: AddressProtocol {
    switch storage {
    case .id: .id
    case .secp256k1: .secp256k1
    case .actor: .actor
    case .bls: .bls
    case .ethereum, .delegated: .delegated
    }
  }

  /// The actor's number if the address is one.
  public var id: ActorID? {
    if case .id(let id) = storage { id } else { nil }
  }

  /// The BLS public key if the address is one: 48 bytes.
  public var blsPublicKey: [UInt8]? {
    if case .bls(let key) = storage { key.bytes } else { nil }
  }

  /// The namespace and the subaddress if the address is a delegated one.
  public var delegated: (namespace: ActorID, subaddress: [UInt8])? {
    switch storage {
    case .ethereum(let subaddress): (Address.ethereumNamespace, subaddress.bytes)
    case .delegated(let namespace, let subaddress): (namespace, subaddress)
    default: nil
    }
  }

  /// Whether the address is a public key, or the hash of one: who may sign for the account behind it.
  public var isKey: Bool {
    switch self.protocol {
    case .secp256k1, .bls: true
    case .id, .actor, .delegated: false
    }
  }
}
