internal import FilCore

/// HMAC with SHA-256 (RFC 2104).
///
/// - Parameters:
///   - key: Any number of bytes.
///   - message: What is authenticated.
/// - Returns: The code.
func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> Bytes32 {
  let short = key.count > 64 ? SHA256.hash(key).bytes : key
  let padded = short + [UInt8](repeating: 0, count: 64 - short.count)
  let inner = SHA256.hash(padded.map { $0 ^ 0x36 } + message)
  return SHA256.hash(padded.map { $0 ^ 0x5c } + inner.bytes)
}

/// `count` bytes of key material from secret bytes (HKDF, RFC 5869), at most 8160.
func hkdfSHA256(salt: [UInt8], secret: [UInt8], info: [UInt8], count: Int) -> [UInt8] {
  let key = hmacSHA256(key: salt, secret).bytes
  var output: [UInt8] = []
  var block: [UInt8] = []
  var counter: UInt8 = 1
  while output.count < count {
    block = hmacSHA256(key: key, block + info + [counter]).bytes
    output += block
    counter += 1
  }
  return Array(output.prefix(count))
}
