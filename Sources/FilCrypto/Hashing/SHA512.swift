internal import CSodium

/// SHA-512 (FIPS 180-4), computed by libsodium.
public enum SHA512 {
  /// The 64-byte digest of `bytes`.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha512_BYTES))
    let status = crypto_hash_sha512(&digest, bytes, UInt64(bytes.count))
    precondition(status == 0, "SHA-512 refused its arguments")
    return digest
  }
}
