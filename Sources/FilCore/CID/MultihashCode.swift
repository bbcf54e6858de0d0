/// The hash function of a multihash: a number of the multicodec table.
public struct MultihashCode: RawRepresentable, Hashable, Sendable {
  /// The number in the table.
  public let rawValue: UInt64

  /// The function with this number, whether or not it has a name here.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// No hash: the digest is the data.
  public static let identity = MultihashCode(rawValue: 0x00)
  /// SHA-256.
  public static let sha256 = MultihashCode(rawValue: 0x12)
  /// Keccak-256, which Ethereum uses.
  public static let keccak256 = MultihashCode(rawValue: 0x1b)
  /// BLAKE2b with digests of 32 bytes: every block of the chain.
  public static let blake2b256 = MultihashCode(rawValue: 0xb220)
  /// BLAKE2b with 64 bytes.
  public static let blake2b512 = MultihashCode(rawValue: 0xb240)
  /// RIPEMD-160.
  public static let ripemd160 = MultihashCode(rawValue: 0x1053)
  /// SHA-256 with the two top bits of the last byte cleared, over Fr32-padded data.
  public static let sha256Trunc254Padded = MultihashCode(rawValue: 0x1012)
  /// Poseidon over the BLS12-381 scalar field.
  public static let poseidon = MultihashCode(rawValue: 0xb401)
}

extension MultihashCode: CustomStringConvertible {
  /// The table's name where it is known, else the number in hexadecimal.
  public var description: String {
    switch self {
    case .identity: "identity"
    case .sha256: "sha2-256"
    case .keccak256: "keccak-256"
    case .blake2b256: "blake2b-256"
    case .blake2b512: "blake2b-512"
    case .ripemd160: "ripemd-160"
    case .sha256Trunc254Padded: "sha2-256-trunc254-padded"
    case .poseidon: "poseidon-bls12_381-a2-fc1"
    default: "0x" + String(rawValue, radix: 16)
    }
  }
}
