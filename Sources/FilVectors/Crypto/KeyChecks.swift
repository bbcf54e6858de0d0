internal import FilCore
internal import FilCrypto

/// The keys of a folder's `keys.jsonl` by their names.
func walletKeys(in folder: VectorFolder) throws -> [String: WalletKey] {
  try folder.lines("keys.jsonl").reduce(into: [:]) { keys, line in
    keys[try line.requireString("name")] = try walletKey(line)
  }
}

private func walletKey(_ line: JSONValue) throws -> WalletKey {
  guard let type = KeyType(rawValue: try line.requireString("type")),
    let key = WalletKey(type: type, privateKey: try line.requireBytes32("privateKey"))
  else { throw VectorError("no key") }
  return key
}

/// A key's public key, addresses and exported form.
func checkKey(_ line: JSONValue) throws {
  let key = try walletKey(line)
  try expect(key.publicKey, equals: try line.requireBytes("publicKey"), "public key")
  try expect(key.exported, equals: try line.requireString("export"), "export")
  try expect(WalletKey(exported: key.exported), equals: key, "import")
  let address = try line.requireString("address")
  try expect(key.address.formatted(for: .mainnet), equals: address, "address")
  let testnet = try line.requireString("addressTestnet")
  try expect(key.address.formatted(for: .testnet), equals: testnet, "address on test networks")
  switch key {
  case .bls: break
  case .secp256k1(let key): try checkCompressed(key, line)
  case .delegated(let key):
    try checkCompressed(key, line)
    let ethereum = try line.requireString("eth")
    try expect(key.publicKey.ethereumAddress.description, equals: ethereum, "Ethereum address")
  }
}

private func checkCompressed(_ key: Secp256k1PrivateKey, _ line: JSONValue) throws {
  let compressed = try line.requireBytes("publicKeyCompressed")
  try expect(key.publicKey.compressed, equals: compressed, "compressed public key")
  try expect(Secp256k1PublicKey(compressed), equals: key.publicKey, "decompressed public key")
}

/// A recoverable signature of a digest.
func checkRecovery(_ line: JSONValue) throws {
  let digest = try line.requireBytes32("digest")
  let signature = try line.requireBytes("signature")
  let recovered = try Secp256k1.recover(digest: digest, signature: signature)
  try expect(recovered.uncompressed, equals: try line.requireBytes("publicKey"), "public key")
  let key = Secp256k1PrivateKey(try line.requireBytes32("privateKey"))
  try expect(key?.sign(digest: digest), equals: signature, "signature")
}
