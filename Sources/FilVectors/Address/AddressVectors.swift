internal import FilCore

/// Addresses as text and bytes, their Ethereum forms, and what is no address.
public struct AddressVectors: VectorKind {
  /// The folder's name.
  public let name = "address"

  /// The kind.
  public init() {}

  /// Runs the files of the folder.
  ///
  /// - Throws: An error if a file cannot be read at all.
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try run.checkLines(of: "valid.jsonl", in: folder, checkValid)
    try run.checkLines(of: "strings.jsonl", in: folder, checkText)
    try run.checkLines(of: "bytes.jsonl", in: folder, checkBytes)
    try run.checkLines(of: "ethereum.jsonl", in: folder, checkEthereum)
  }

  private func checkValid(_ vector: JSONValue) throws {
    let bytes = try vector.requireBytes("bytes")
    let address = try Address(bytes: bytes)
    try expect(address.bytes, equals: bytes, "bytes")
    try expect(address.cbor, equals: try vector.requireBytes("cbor"), "CBOR")
    try expect(try Address(cbor: address.cbor), equals: address, "decoded CBOR")
    for (network, field) in [(AddressNetwork.mainnet, "mainnet"), (.testnet, "testnet")] {
      let text = try vector.requireString(field)
      try expect(address.formatted(for: network), equals: text, field)
      try expect(try Address(text: text), equals: address, "parsed \(field)")
    }
    try expect(address.id, equals: vector["id"]?.integer(), "id")
    try expect(address.delegated?.namespace, equals: vector["namespace"]?.integer(), "namespace")
    try checkOrigin(of: address, vector)
  }

  /// Derives the address from its key or name again, where the vector says from what.
  private func checkOrigin(of address: Address, _ vector: JSONValue) throws {
    guard let input = vector["input"]?.bytes, vector["id"] == nil else { return }
    let derived: Address? =
      switch address.protocol {
      case .secp256k1: Address(secp256k1PublicKey: input)
      case .actor: Address(actorCreatedFrom: input)
      case .bls: Address(blsPublicKey: input)
      case .id, .delegated: address
      }
    try expect(derived, equals: address, "derived address")
  }

  private func checkText(_ vector: JSONValue) throws {
    let text = try vector.requireString("text")
    try checkVerdict(vector, try? Address(text: text))
  }

  private func checkBytes(_ vector: JSONValue) throws {
    let address = try? Address(bytes: try vector.requireBytes("address"))
    try checkVerdict(vector, address)
    if let address { try expect(address.bytes, equals: try vector.requireBytes("address"), "bytes") }
  }

  private func checkVerdict(_ vector: JSONValue, _ address: Address?) throws {
    let verdict = try vector.requireString("expect")
    if verdict != "either" { try expect(address == nil ? "reject" : "accept", equals: verdict, "verdict") }
    let recorded = vector["go"]?["bytes"]?.bytes ?? vector["rust"]?["bytes"]?.bytes
    if let address, let recorded { try expect(address.bytes, equals: recorded, "bytes") }
  }

  private func checkEthereum(_ vector: JSONValue) throws {
    let filecoin = vector["filecoin"].flatMap(\.string).flatMap { Address($0) }
    let ethereum = vector["eth"].flatMap(\.string).flatMap { EthereumAddress(text: $0) }
    if vector["error"] != nil {
      guard filecoin != nil || ethereum != nil else { throw VectorError("nothing to convert") }
      try expect(filecoin.flatMap { EthereumAddress($0) }, equals: nil, "Ethereum form")
      try expect(ethereum?.address, equals: nil, "Filecoin form")
      return
    }
    guard let ethereum, let filecoin else { throw VectorError("neither form nor error") }
    try expect(ethereum.address, equals: filecoin, "Filecoin form")
    try expect(EthereumAddress(filecoin), equals: ethereum, "Ethereum form")
  }
}
