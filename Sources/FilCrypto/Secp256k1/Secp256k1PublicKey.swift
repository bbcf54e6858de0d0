internal import CSecp256k1
internal import FilCore

/// A public key of a secp256k1 or Ethereum account.
public struct Secp256k1PublicKey: Hashable, Sendable {
  /// The 65 bytes of the uncompressed key: 4, x and y. An address is their hash.
  public let uncompressed: [UInt8]

  init(_ key: secp256k1_pubkey) {
    var key = key
    var bytes = [UInt8](repeating: 0, count: 65)
    var count = bytes.count
    let flags = UInt32(SECP256K1_EC_UNCOMPRESSED)
    let written = Secp256k1.withContext { secp256k1_ec_pubkey_serialize($0, &bytes, &count, &key, flags) }
    precondition(written == 1 && count == bytes.count, "libsecp256k1 refused its own key")
    uncompressed = bytes
  }

  /// Reads a compressed (33 bytes) or uncompressed key (65 bytes); `nil` if it is no point of the curve.
  public init?(_ bytes: [UInt8]) {
    guard let key = Secp256k1PublicKey.parse(bytes) else { return nil }
    self.init(key)
  }

  /// The 33 bytes of the compressed key.
  public var compressed: [UInt8] {
    [2 + (uncompressed[64] & 1)] + uncompressed[1...32]
  }

  static func parse(_ bytes: [UInt8]) -> secp256k1_pubkey? {
    var key = secp256k1_pubkey()
    let valid = Secp256k1.withContext { secp256k1_ec_pubkey_parse($0, &key, bytes, bytes.count) }
    return valid == 1 ? key : nil
  }
}

extension Secp256k1PublicKey: CustomStringConvertible {
  /// The compressed key in hexadecimal.
  public var description: String { compressed.hex }
}
