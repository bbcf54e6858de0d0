internal import FilActors
package import FilCore

/// The mock world of one recorded call: its context and the tables that questions are answered from.
struct CallWorld {
  /// The call.
  let message: MessageContext
  /// The network's parameters.
  let policy: Policy
  let epoch: ChainEpoch
  let networkVersion: UInt32
  let chainID: UInt64
  let circulatingSupply: TokenAmount
  let baseFee: TokenAmount
  let balance: TokenAmount
  private let ids: [Address: ActorID]
  private let delegated: [ActorID: Address]
  private let codes: [ActorID: CID]
  private let balances: [ActorID: TokenAmount]

  init(_ vector: JSONValue) throws {
    let context = try vector.require("context")
    message = MessageContext(
      receiver: try context.actorID("receiver"), caller: try context.actorID("caller"),
      origin: try context.actorID("origin"), valueReceived: try context.amount("value_received"),
      gasPremium: try context.amount("gas_premium"), nonce: try context.requireInteger("nonce"))
    policy = try Policy(overrides: try vector.require("policy"))
    epoch = try context.requireInteger("epoch")
    networkVersion = try context.requireInteger("network_version")
    chainID = try context.requireInteger("chain_id")
    circulatingSupply = try context.amount("circulating_supply")
    baseFee = try context.amount("base_fee")
    balance = try context.amount("balance")
    let world = vector["world"] ?? .object([:])
    ids = try world.table("id_addresses") { (try Address(text: $0), try $1.address().requireID()) }
    delegated = try world.table("delegated_addresses") { (try Address(text: $0).requireID(), try $1.address()) }
    codes = try world.table("actor_codes") { (try Address(text: $0).requireID(), try $1.actorCode()) }
    balances = try world.table("actor_balances") { (try Address(text: $0).requireID(), try $1.amount()) }
  }

  func resolve(_ address: Address) -> ActorID? { address.id ?? ids[address] }
  func delegatedAddress(of actor: ActorID) -> Address? { delegated[actor] }
  func code(of actor: ActorID) -> CID? { codes[actor] }
  func balance(of actor: ActorID) -> TokenAmount? { balances[actor] }
}

extension ActorType {
  /// The code that stands for this type in the recordings of the reference's tests.
  var testCode: CID { CID(codec: .raw, hash: .identity, digest: Array("fil/test/\(name)".utf8)) }

  /// The type with the name that the recordings use.
  init(vectorName: String) throws {
    let name = vectorName == "ethaccount" ? "ethAccount" : vectorName
    guard let type = ActorType.allCases.first(where: { "\($0)" == name }) else {
      throw VectorError("unknown actor type '\(vectorName)'")
    }
    self = type
  }
}

extension Address {
  /// The number that the address is.
  func requireID() throws -> ActorID {
    guard let id else { throw VectorError("\(self) is no number") }
    return id
  }
}

extension JSONValue {
  /// This text as an address.
  func address() throws -> Address {
    guard let string else { throw VectorError("no address") }
    return try Address(text: string)
  }

  /// This text as an amount in attoFIL.
  func amount() throws -> TokenAmount {
    guard let atto = string.flatMap({ BigInt($0) }) else { throw VectorError("no amount") }
    return TokenAmount(atto: atto)
  }

  /// This text as a CID.
  package func cid() throws -> CID {
    guard let string else { throw VectorError("no CID") }
    return try CID(text: string)
  }

  /// The number of the actor under a name.
  func actorID(_ name: String) throws -> ActorID {
    try address(name).requireID()
  }

  /// This text as an actor's code: the name of a type, or a CID.
  func actorCode() throws -> CID {
    guard let string else { throw VectorError("no code") }
    return try (try? ActorType(vectorName: string).testCode) ?? CID(text: string)
  }

  /// Parameters or a return value under a pair of names; `nil` for none.
  func block(_ name: String) throws -> IPLDBlock? {
    guard let codec = self[name + "_codec"] else { return nil }
    guard let number = codec.integer(UInt64.self) else { throw VectorError("wrong codec of '\(name)'") }
    return IPLDBlock(codec: Multicodec(rawValue: number), bytes: try requireBytes(name))
  }

  /// The object under a name as a dictionary; empty if it is absent.
  fileprivate func table<Key: Hashable, Value>(
    _ name: String, _ entry: (String, JSONValue) throws -> (Key, Value)
  ) throws -> [Key: Value] {
    guard case .object(let fields)? = self[name] else { return [:] }
    return Dictionary(try fields.map { try entry($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Policy {
  /// The default policy with those fields changed that a recorded call changed.
  init(overrides: JSONValue) throws {
    self.init()
    guard case .object(let fields) = overrides else { return }
    for (name, value) in fields {
      switch name {
      case "deal_updates_interval": dealUpdatesInterval = value.integer() ?? dealUpdatesInterval
      case "valid_pre_commit_proof_type": validPreCommitProofTypes = try Set(value.proofs(RegisteredSealProof.self))
      case "valid_post_proof_type": validPoStProofTypes = try Set(value.proofs(RegisteredPoStProof.self))
      default: throw VectorError("unknown policy field '\(name)'")
      }
    }
  }
}

extension JSONValue {
  /// This list of numbers as proof types.
  fileprivate func proofs<Proof: RawRepresentable<Int64>>(_ type: Proof.Type) throws -> [Proof] {
    guard let array else { throw VectorError("no list of proof types") }
    return array.compactMap { $0.integer(Int64.self).flatMap(Proof.init(rawValue:)) }
  }
}
