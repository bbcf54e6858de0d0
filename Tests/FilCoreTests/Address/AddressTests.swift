import FilCore
import Testing

@Suite("Addresses", .timeLimit(.minutes(15)))
struct AddressTests {
  private static func examples() throws -> [Address] {
    let key = (0..<65).map { UInt8($0) }
    return [
      Address(id: 0), Address(id: 1_234), Address(id: .max), Address(actorCreatedFrom: [1, 2]),
      try #require(Address(secp256k1PublicKey: key)), try #require(Address(blsPublicKey: Array(key.prefix(48)))),
      try #require(Address(namespace: 10, subaddress: Array(key.prefix(20)))),
      try #require(Address(namespace: 10, subaddress: [])), try #require(Address(namespace: 32, subaddress: [7])),
      try #require(Address(namespace: .max, subaddress: Array(key.prefix(54)))),
    ]
  }

  @Test("text, bytes and CBOR come back")
  func roundTrip() throws {
    let examples = try Self.examples()
    #expect(Set(examples).count == examples.count)
    for address in examples {
      #expect(try Address(bytes: address.bytes) == address)
      #expect(address.bytes == [address.protocol.rawValue] + address.payload)
      #expect(try Address(cbor: address.cbor) == address)
      #expect(try Address(keyBytes: address.keyBytes) == address)
      for network in [AddressNetwork.mainnet, .testnet] {
        let text = address.formatted(for: network)
        #expect(text.first == network.rawValue)
        #expect(try Address(text: text) == address)
      }
      #expect(Address(address.description) == address)
      #expect(address.bytes.count <= Address.maxBytes)
    }
  }

  @Test(
    "known addresses have their bytes",
    arguments: [
      ("f00", "0000"), ("t01", "0001"), ("f01024", "008008"), ("f018446744073709551615", "00ffffffffffffffffff01"),
      ("f17uoq6tp427uzv7fztkbsnn64iwotfrristwpryy", "01fd1d0f4dfcd7e99afcb99a8326b7dc459d32c628"),
      ("f24vg6ut43yw2h2jqydgbg2xq7x6f4kub3bg6as6i", "02e54dea4f9bc5b47d261819826d5e1fbf8bc5503b"),
    ])
  func known(text: String, hex: String) throws {
    let address = try Address(text: text)
    #expect(address.bytes.hex == hex)
    #expect(address.description == "f" + text.dropFirst())
  }

  @Test(
    "wrong text is refused for what is wrong",
    arguments: [
      ("", AddressError.unknownNetwork), ("a01", .unknownNetwork), ("F01", .unknownNetwork), ("f", .unknownProtocol),
      ("f5", .unknownProtocol), ("f91", .unknownProtocol), ("fx1", .unknownProtocol), ("f0", .invalidPayload),
      ("f0-1", .invalidPayload), ("f0+1", .invalidPayload), ("f0 1", .invalidPayload),
      ("f018446744073709551616", .invalidPayload),
      ("f0100000000000000000000", .invalidPayload), ("f0٣", .invalidPayload),
      ("f0\u{301}1234", .invalidPayload), ("t0\u{200d}7", .invalidPayload), ("f1", .invalidLength),
      ("f1aaaa", .invalidLength), ("f1!!!!", .invalidPayload), ("f1AAAA", .invalidPayload),
      ("f17uoq6tp427uzv7fztkbsnn64iwotfrristwpryz", .invalidPayload),
      ("f17uoq6tp427uzv7fztkbsnn64iwotfrristwpryq", .invalidChecksum),
      ("f27uoq6tp427uzv7fztkbsnn64iwotfrristwpryy", .invalidChecksum),
      ("f37uoq6tp427uzv7fztkbsnn64iwotfrristwpryy", .invalidLength), ("f4", .invalidPayload), ("f410", .invalidPayload),
      ("f4f", .invalidPayload), ("f410f", .invalidLength), ("f410faaaaaaa", .invalidChecksum),
      ("f1" + String(repeating: "a", count: 200), .invalidLength),
    ] as [(String, AddressError)])
  func wrongText(text: String, error: AddressError) {
    #expect(throws: error) { try Address(text: text) }
    #expect(Address(text) == nil)
  }

  @Test("one changed character is always noticed")
  func checksum() throws {
    let digits = Array("abcdefghijklmnopqrstuvwxyz234567")
    for address in try Self.examples() where address.id == nil {
      let text = Array(address.description)
      for index in text.indices.dropFirst(2) {
        var changed = text
        changed[index] = changed[index] == digits[0] ? digits[1] : digits[0]
        #expect(Address(String(changed)) == nil, "\(String(changed))")
      }
      #expect(Address(String(text.dropLast())) == nil)
    }
  }

  @Test(
    "wrong bytes are refused for what is wrong",
    arguments: [
      ("", AddressError.invalidLength), ("05", .unknownProtocol), ("00", .invalidLength), ("0080", .invalidPayload),
      ("008000", .invalidPayload), ("000000", .invalidPayload), ("00ffffffffffffffffff02", .invalidPayload),
      ("01", .invalidLength), ("01" + String(repeating: "00", count: 19), .invalidLength),
      ("02" + String(repeating: "00", count: 21), .invalidLength),
      ("03" + String(repeating: "00", count: 47), .invalidLength),
      ("04", .invalidLength), ("0480", .invalidPayload), ("040a" + String(repeating: "00", count: 55), .invalidLength),
    ] as [(String, AddressError)])
  func wrongBytes(hex: String, error: AddressError) throws {
    let bytes = try #require([UInt8](hex: hex))
    #expect(throws: error) { try Address(bytes: bytes) }
    #expect(throws: CBORError(.invalidValue, at: 0)) { try Address(cbor: bytes.cbor) }
    #expect(throws: CollectionError(.invalidKey, "")) { try Address(keyBytes: bytes) }
  }

  @Test("keys and names have the lengths that they need")
  func lengths() {
    #expect(Address(secp256k1PublicKey: [UInt8](repeating: 0, count: 64)) == nil)
    #expect(Address(blsPublicKey: [UInt8](repeating: 0, count: 49)) == nil)
    #expect(Address(namespace: 10, subaddress: [UInt8](repeating: 0, count: 55)) == nil)
  }

  @Test("parts are those that an address has")
  func parts() throws {
    let examples = try Self.examples()
    #expect(examples.map(\.id) == [0, 1_234, .max] + [nil, nil, nil, nil, nil, nil, nil])
    #expect(examples.map(\.isKey) == [false, false, false, false, true, true, false, false, false, false])
    #expect(examples.map { $0.blsPublicKey?.count } == [nil, nil, nil, nil, nil, 48, nil, nil, nil, nil])
    #expect(examples.map { $0.delegated?.namespace } == [nil, nil, nil, nil, nil, nil, 10, 10, 32, .max])
  }

  @Test("random bytes are refused or come back")
  func randomBytes() throws {
    var random = SeededGenerator(seed: 9)
    var accepted = 0
    for _ in 0..<5_000 {
      let bytes = [UInt8.random(in: 0...5, using: &random)] + random.bytes(Int.random(in: 0...60, using: &random))
      guard let address = try? Address(bytes: bytes) else { continue }
      accepted += 1
      #expect(address.bytes == bytes)
    }
    #expect(accepted > 100)
  }
}

@Suite("Ethereum addresses", .timeLimit(.minutes(15)))
struct EthereumAddressTests {
  @Test("numbers are masked and come back", arguments: [0, 1, 1_234, ActorID(Int64.max)] as [ActorID])
  func masked(id: ActorID) throws {
    let ethereum = EthereumAddress(maskedID: id)
    #expect(ethereum.maskedID == id && ethereum.address == Address(id: id))
    #expect(EthereumAddress(Address(id: id)) == ethereum)
    #expect(EthereumAddress(text: ethereum.description) == ethereum)
    #expect(ethereum.bytes.count == EthereumAddress.count && ethereum.bytes.first == 0xff)
  }

  @Test("other addresses are delegated ones")
  func delegated() throws {
    let ethereum = try #require(EthereumAddress(text: "0x52908400098527886E0F7030069857D2E4169EE7"))
    let address = try #require(ethereum.address)
    #expect(address.delegated?.namespace == Address.ethereumNamespace)
    #expect(EthereumAddress(address) == ethereum && ethereum.maskedID == nil)
    #expect(ethereum.description == "0x52908400098527886e0f7030069857d2e4169ee7")
  }

  @Test("what has no such form gives none")
  func none() throws {
    #expect(EthereumAddress(maskedID: .max).address == nil)
    #expect(EthereumAddress(Address(actorCreatedFrom: [])) == nil)
    #expect(EthereumAddress(try #require(Address(namespace: 11, subaddress: [UInt8](repeating: 1, count: 20)))) == nil)
    let disguised = try #require(Address(namespace: 10, subaddress: EthereumAddress(maskedID: 5).bytes))
    #expect(EthereumAddress(disguised) == nil)
    for text in ["", "0x", "0x00", "0x" + String(repeating: "g", count: 40), String(repeating: "0", count: 41)] {
      #expect(EthereumAddress(text: text) == nil, "\(text)")
    }
    #expect(EthereumAddress([UInt8](repeating: 0, count: 21)) == nil)
  }
}
