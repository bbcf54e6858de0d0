import FilCore
import FilCrypto
import Testing

@Suite("Signatures of accounts", .timeLimit(.minutes(15)))
struct SignatureTests {
  private let payload: [UInt8] = [1, 2, 3]
  private let chainID: UInt64 = 314

  private func key(_ type: KeyType, _ seed: UInt8 = 0) -> WalletKey {
    WalletKey(type: type, seed: SHA256.hash([seed]))
  }

  @Test("each kind signs and is verified", arguments: KeyType.allCases) func roundTrip(type: KeyType) throws {
    let signature = key(type).sign(payload)
    try signature.verify(payload, by: key(type).address)
    #expect(throws: SignatureError.self) { try signature.verify(payload + [4], by: key(type).address) }
    #expect(throws: SignatureError.self) { try signature.verify(payload, by: key(type, 1).address) }
  }

  @Test("the signer's address must be of the signature's kind", arguments: KeyType.allCases)
  func wrongKind(type: KeyType) {
    let signature = key(type).sign(payload)
    for other in KeyType.allCases where other != type {
      let error = #expect(throws: SignatureError.self) { try signature.verify(payload, by: key(other).address) }
      #expect(error?.code == .unsupportedSigner)
    }
    let error = #expect(throws: SignatureError.self) { try signature.verify(payload, by: Address(id: 100)) }
    #expect(error?.code == .unsupportedSigner)
  }

  @Test("bytes that are no signature", arguments: KeyType.allCases) func malformed(type: KeyType) {
    let signature = Signature(type: key(type).sign(payload).type, data: [1, 2, 3])
    let error = #expect(throws: SignatureError.self) { try signature.verify(payload, by: key(type).address) }
    #expect(error?.code == .malformed)
    #expect(error?.cause != nil)
  }

  @Test("messages", arguments: KeyType.allCases) func messages(type: KeyType) throws {
    let key = key(type)
    let wallet = MemoryWallet([key])
    let to = try #require(Address(namespace: 10, subaddress: [UInt8](repeating: 3, count: 20)))
    var message = Message(to: to, from: key.address, nonce: 5, value: .fil(1), gasLimit: 1_000_000)
    message.method = 3_844_450_837
    let signed = try wallet.sign(message, by: key.address, ethereumChainID: chainID)
    try SignatureVerifier(ethereumChainID: chainID).verify(signed, by: key.address)
    message.nonce = 6
    let other = SignedMessage(message: message, signature: signed.signature)
    #expect(throws: SignatureError.self) {
      try SignatureVerifier(ethereumChainID: chainID).verify(other, by: key.address)
    }
  }

  @Test("Ethereum accounts sign for one chain") func chains() throws {
    let key = key(.delegated)
    let message = Message(to: Address(id: 99), from: key.address, method: 3_844_450_837)
    let signed = try MemoryWallet([key]).sign(message, by: key.address, ethereumChainID: chainID)
    let error = #expect(throws: SignatureError.self) {
      try SignatureVerifier(ethereumChainID: 31_415_926).verify(signed, by: key.address)
    }
    #expect(error?.code == .mismatch)
  }
}
