import FilCore
import FilCrypto
import Testing

@Suite("Ethereum transactions", .timeLimit(.minutes(15)))
struct EthereumTransactionTests {
  private let key = Secp256k1PrivateKey(derivedFrom: [1])
  private let chainID: UInt64 = 314

  private func transaction(_ kind: EthereumTransaction.Kind) -> EthereumTransaction {
    EthereumTransaction(
      kind: kind, chainID: chainID, nonce: 7, to: EthereumAddress([UInt8](repeating: 9, count: 20)), value: .fil(2),
      gasFeeCap: .nanoFIL(3), gasPremium: .nanoFIL(3), gasLimit: 21_000, input: [1, 2, 3])
  }

  private func signed(_ kind: EthereumTransaction.Kind) throws -> SignedEthereumTransaction {
    let transaction = transaction(kind)
    let recoverable = key.sign(digest: Keccak256.hash(transaction.unsignedRLP))
    let signature = try #require(EthereumSignature(recoverable: recoverable))
    return SignedEthereumTransaction(transaction: transaction, signature: signature)
  }

  @Test("each form survives the way to bytes and to a message", arguments: EthereumTransaction.Kind.allCases)
  func roundTrip(kind: EthereumTransaction.Kind) throws {
    let signed = try signed(kind)
    #expect(try SignedEthereumTransaction(rlp: signed.rlp, chainID: chainID) == signed)
    #expect(try signed.sender() == key.publicKey.delegatedAddress)
    let message = try signed.signedMessage()
    try SignatureVerifier(ethereumChainID: chainID).verify(message, by: key.publicKey.delegatedAddress)
    let (parsed, signature) = try EthereumSignature.parse(message.signature.data, chainID: chainID)
    #expect(parsed == kind && signature == signed.signature)
    #expect(try EthereumTransaction(message.message, kind: kind, chainID: chainID) == signed.transaction)
  }

  @Test("another chain's transactions are refused", arguments: [EthereumTransaction.Kind.eip155, .eip1559])
  func otherChain(kind: EthereumTransaction.Kind) throws {
    let rlp = try signed(kind).rlp
    #expect(throws: EthereumTransactionError.self) { try SignedEthereumTransaction(rlp: rlp, chainID: 1) }
  }

  @Test("any changed byte is refused or another transaction", arguments: EthereumTransaction.Kind.allCases)
  func flips(kind: EthereumTransaction.Kind) throws {
    let signed = try signed(kind)
    for index in signed.rlp.indices {
      var bytes = signed.rlp
      bytes[index] ^= 1
      if let other = try? SignedEthereumTransaction(rlp: bytes, chainID: chainID) {
        #expect(other != signed && other.rlp == bytes)
      }
      #expect((try? SignedEthereumTransaction(rlp: Array(signed.rlp[..<index]), chainID: chainID)) == nil)
    }
  }

  @Test("messages that no transaction becomes") func notRepresentable() throws {
    let from = key.publicKey.delegatedAddress
    let to = Address(id: 1000)
    let call: MethodNumber = 3_844_450_837
    let messages = [
      Message(version: 1, to: to, from: from, method: call),
      Message(to: to, from: from, method: 0),
      Message(to: to, from: from, method: 2, params: [UInt8]([1]).cbor),
      Message(to: to, from: from, method: call, params: [UInt8]([]).cbor),
      Message(to: to, from: from, method: call, params: [0x58]),
      Message(to: to, from: from, method: call, params: [0x41, 1, 2]),
      Message(to: Address(id: 10), from: from, method: 4),
      Message(to: Address(id: 10), from: from, method: 3, params: [UInt8]([1]).cbor),
      Message(to: Address(actorCreatedFrom: [1]), from: from, method: call),
      Message(to: to, from: from, value: .fil(-1), method: call),
      Message(to: to, from: from, gasLimit: -1, method: call),
    ]
    for message in messages {
      let error = #expect(throws: EthereumTransactionError.self) {
        try EthereumTransaction(message, kind: .eip1559, chainID: chainID)
      }
      #expect(error?.code == .notRepresentable)
    }
  }

  @Test("numbers up to their limits") func limits() throws {
    let message = Message(
      to: Address(id: 1000), from: key.publicKey.delegatedAddress, nonce: .max, gasLimit: .max, method: 3_844_450_837)
    let transaction = try EthereumTransaction(message, kind: .eip1559, chainID: .max)
    let signature = EthereumSignature(r: .zero, s: SHA256.hash([1]), isOdd: true)
    let signed = SignedEthereumTransaction(transaction: transaction, signature: signature)
    #expect(try SignedEthereumTransaction(rlp: signed.rlp, chainID: .max) == signed)
    #expect(throws: Secp256k1Error.self) { try signed.sender() }
    #expect(throws: EthereumTransactionError.self) { try signed.signedMessage() }
  }

  @Test("the older forms have one price") func legacyPremium() {
    let message = Message(
      to: Address(id: 1000), from: key.publicKey.delegatedAddress, gasFeeCap: .nanoFIL(2), gasPremium: .nanoFIL(1),
      method: 3_844_450_837)
    #expect(throws: EthereumTransactionError.self) {
      try EthereumTransaction(message, kind: .homestead, chainID: chainID)
    }
  }

  @Test("signature data of unknown forms", arguments: [0, 1, 64, 65, 66, 67, 70]) func signatureData(count: Int) {
    let data = [UInt8](repeating: 3, count: count)
    #expect(throws: EthereumTransactionError.self) { try EthereumSignature.parse(data, chainID: chainID) }
  }
}
