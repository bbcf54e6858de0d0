/// The 20 bytes that Ethereum calls an address.
///
/// Those that start with 0xff and eleven zero bytes mask an actor's number; all others are delegated addresses in
/// namespace 10 (FIP-0055).
public struct EthereumAddress: Hashable, Sendable {
  private let storage: Bytes20

  /// The number of bytes.
  public static let count = 20

  /// The address with these 20 bytes; `nil` if there are more or fewer.
  public init?(_ bytes: some Collection<UInt8>) {
    guard let storage = Bytes20(bytes) else { return nil }
    self.init(storage)
  }

  private init(_ storage: Bytes20) {
    self.storage = storage
  }

  /// The address of an account: the last 20 bytes of the Keccak-256 digest of its public key.
  public init(publicKeyDigest digest: Bytes32) {
    var bytes = digest.bytes
    bytes.removeFirst(Bytes32.count - EthereumAddress.count)
    self.init(masked: bytes)
  }

  /// The masked form of an actor's number.
  public init(maskedID id: ActorID) {
    let low = (0..<8).map { UInt8(truncatingIfNeeded: id >> UInt64(56 - 8 * $0)) }
    self.init(masked: EthereumAddress.maskPrefix + low)
  }

  /// The form of a Filecoin address; `nil` if it has none: keys, actors of other namespaces, and delegated addresses
  /// that would read as a masked number.
  public init?(_ address: Address) {
    switch address.storage {
    case .id(let id): self.init(maskedID: id)
    case .ethereum(let bytes):
      self.init(bytes)
      if maskedID != nil { return nil }
    case .secp256k1, .actor, .bls, .delegated: return nil
    }
  }

  /// From bytes that are twenty by construction.
  private init(masked bytes: [UInt8]) {
    guard let storage = Bytes20(bytes) else { preconditionFailure("twenty bytes") }
    self.init(storage)
  }

  private static let maskPrefix: [UInt8] = [0xff] + [UInt8](repeating: 0, count: 11)

  /// The bytes.
  public var bytes: [UInt8] { storage.bytes }

  /// The actor's number if this masks one.
  public var maskedID: ActorID? {
    let bytes = bytes
    guard bytes.starts(with: EthereumAddress.maskPrefix) else { return nil }
    return bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The Filecoin address that this stands for; `nil` for a masked number of 2^63 or more, which no actor has.
  public var address: Address? {
    guard let id = maskedID else { return Address(.ethereum(storage)) }
    return id <= ActorID(Int64.max) ? Address(id: id) : nil
  }
}

extension EthereumAddress: CustomStringConvertible {
  /// `0x` and forty hexadecimal digits.
  public var description: String { "0x" + bytes.hex }

  /// Reads forty hexadecimal digits with or without `0x`; `nil` for anything else.
  public init?(text: some StringProtocol) {
    guard let bytes = [UInt8](hex: text.hasPrefix("0x") ? text.dropFirst(2) : text[...]) else { return nil }
    self.init(bytes)
  }
}
