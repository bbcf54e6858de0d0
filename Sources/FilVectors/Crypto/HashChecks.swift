internal import FilCore
internal import FilCrypto

/// One input under all hash functions.
func checkHashes(_ line: JSONValue) throws {
  let input = try line.requireBytes("input")
  let digests: [(String, [UInt8])] = [
    ("blake2b-32", BLAKE2b.hash(input, count: 4)),
    ("blake2b-160", BLAKE2b.hash(input, count: 20)),
    ("blake2b-256", BLAKE2b.hash256(input).bytes),
    ("blake2b-512", BLAKE2b.hash(input, count: 64)),
    ("keccak-256", Keccak256.hash(input).bytes),
    ("ripemd-160", RIPEMD160.hash(input)),
    ("sha2-256", SHA256.hash(input).bytes),
    ("sha2-512", SHA512.hash(input)),
  ]
  for (name, digest) in digests { try expect(digest, equals: try line.requireBytes(name), name) }
}
