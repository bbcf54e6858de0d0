import FilCore
import FilCrypto
import Testing

@Suite("Wallet", .timeLimit(.minutes(15)))
struct WalletTests {
  private func key(_ type: KeyType, _ seed: UInt8 = 0) -> WalletKey {
    WalletKey(type: type, seed: SHA256.hash([seed]))
  }

  @Test("keys come and go") func keys() throws {
    let wallet = MemoryWallet()
    let addresses = KeyType.allCases.map { wallet.add(key($0)) }
    #expect(Set(wallet.addresses) == Set(addresses) && addresses.count == 3)
    #expect(wallet.key(of: addresses[1]) == key(.bls))
    #expect(wallet.remove(addresses[1]) == key(.bls))
    #expect(wallet.remove(addresses[1]) == nil)
    #expect(throws: WalletError.unknownAddress(addresses[1])) { try wallet.sign([1], by: addresses[1]) }
    #expect(try wallet.sign([1], by: addresses[0]).type == .secp256k1)
  }

  @Test("seeds decide keys", arguments: KeyType.allCases) func seeds(type: KeyType) {
    #expect(key(type) == key(type))
    #expect(key(type) != key(type, 1))
    #expect(key(type).type == type)
  }

  @Test("exported keys come back", arguments: KeyType.allCases) func export(type: KeyType) throws {
    let exported = key(type).exported
    #expect(try WalletKey(exported: exported) == key(type))
    #expect(try WalletKey(exported: exported.uppercased() + "\n") == key(type))
    let bytes = try #require([UInt8](hex: exported))
    let text = String(decoding: bytes, as: UTF8.self)
    let spaced = text.replacing(":", with: " : ").replacing(",", with: " ,\n ")
    #expect(try WalletKey(exported: Array(spaced.utf8).hex) == key(type))
  }

  @Test(
    "text that is no key",
    arguments: [
      "", "{", "{}", #"{"Type":"bls"}"#, #"{"Type":"bls","PrivateKey":"AAAA"}"#, #"{"Type":"dsa","PrivateKey":""}"#,
      #"{"Type":"bls","Type":"bls"}"#, #"{"Type":"bls","PrivateKey":1}"#, #"["Type"]"#, #"{"Type":"b\"ls"}"#,
    ])
  func malformed(json: String) {
    #expect(throws: WalletError.malformedExport) { try WalletKey(exported: Array(json.utf8).hex) }
    #expect(throws: WalletError.malformedExport) { try WalletKey(exported: "x" + json) }
  }

  @Test("bytes that are no key of their kind", arguments: KeyType.allCases) func invalid(type: KeyType) {
    let json = #"{"Type":"\#(type.rawValue)","PrivateKey":"\#(String(repeating: "A", count: 43))="}"#
    #expect(throws: WalletError.invalidPrivateKey) { try WalletKey(exported: Array(json.utf8).hex) }
    #expect(WalletKey(type: type, privateKey: .zero) == nil)
  }

  @Test("a message that an Ethereum account cannot send") func invalidMessage() {
    let key = key(.delegated)
    let message = Message(to: Address(id: 1), from: key.address, method: 2)
    #expect(throws: WalletError.self) {
      try MemoryWallet([key]).sign(message, by: key.address, ethereumChainID: 314)
    }
  }

  @Test("descriptions keep secrets", arguments: KeyType.allCases) func descriptions(type: KeyType) {
    #expect(!"\(key(type))".contains(key(type).privateKey.bytes.hex))
  }
}
