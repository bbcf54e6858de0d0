internal import FilCore
internal import FilCrypto

/// The public drand network with a name.
func drandChain(_ name: String) throws -> DrandChain {
  switch name {
  case "incentinet": return .incentinet
  case "mainnet": return .mainnet
  case "testnet": return .testnet
  case "quicknet": return .quicknet
  default: throw VectorError("unknown drand network \(name)")
  }
}

/// What a drand network publishes about itself.
func checkDrandChain(_ name: String, _ info: JSONValue) throws {
  let chain = try drandChain(name)
  try expect(chain.publicKey.bytes, equals: try info.requireBytes("public_key"), "public key")
  try expect(chain.genesisTime, equals: try info.requireInteger("genesis_time"), "genesis time")
  try expect(chain.period, equals: try info.requireInteger("period"), "period")
  try expect(chain.publicKey.scheme == .chained, equals: try info.requireBool("chained"), "chained")
  guard let scheme = info["schemeID"]?.string else { return }
  try expect(chain.publicKey.scheme.rawValue, equals: scheme, "scheme")
}

/// A recorded round.
func checkDrandRound(_ line: JSONValue) throws {
  let chain = try drandChain(try line.requireString("network"))
  let entry = BeaconEntry(round: try line.requireInteger("round"), signature: try line.requireBytes("signature"))
  let previous = line["previousSignature"]?.bytes ?? []
  let message = chain.publicKey.scheme.message(round: entry.round, previous: previous)
  try expect(message, equals: try line.requireBytes32("message"), "message")
  try expect(DrandChain.randomness(of: entry), equals: try line.requireBytes32("randomness"), "randomness")
  let isValid = (try? chain.verify(entry, previous: previous)) != nil
  try expect(isValid, equals: try line.requireBool("valid"), "valid")
}

/// The last round of an epoch.
func checkRoundForEpoch(_ line: JSONValue) throws {
  let chain = try drandChain(try line.requireString("drand"))
  let version: Int = try line.requireInteger("networkVersion")
  let round = chain.maxRound(
    epoch: try line.requireInteger("epoch"), genesisTimestamp: try line.requireInteger("genesisTimestamp"),
    blockDelay: 30, countsFromOne: version >= 16)
  try expect(round, equals: try line.requireInteger("maxRound"), "round")
}
