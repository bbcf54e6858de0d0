internal import FilCore
internal import FilCrypto

/// The number of the recorded transactions' network among Ethereum's chains.
private let chainID: UInt64 = 314

/// A message, its signature by a known key, and the names and bytes of both.
func checkSignedMessage(_ line: JSONValue, keys: [String: WalletKey]) throws {
  let message = try line.requireRecordedMessage("message")
  try expect(message.cbor, equals: try line.requireBytes("messageCbor"), "message")
  try expect(message.cid.description, equals: try line.requireString("messageCid"), "message CID")
  let name = try line.requireString("key")
  guard let key = keys[name] else { throw VectorError("no key \(name)") }
  let payload = try WalletKey.payload(of: message, type: key.type, ethereumChainID: chainID)
  try expect(payload, equals: try line.requireBytes("signedBytes"), "signed bytes")
  let wallet = MemoryWallet([key])
  let signed = try wallet.sign(message, by: key.address, ethereumChainID: chainID)
  try expect(signed.signature, equals: try line.requireSignature("signature"), "signature")
  try expect(signed.signature.type.rawValue, equals: try line.requireInteger("signatureType"), "signature type")
  try expect(signed.cbor, equals: try line.requireBytes("signedMessageCbor"), "signed message")
  try expect(signed.cid.description, equals: try line.requireString("signedMessageCid"), "signed message CID")
  try SignatureVerifier(ethereumChainID: chainID).verify(signed, by: key.address)
  if let ethereum = line["eth"] { try checkEthereumForm(of: signed, ethereum) }
}

private func checkEthereumForm(of signed: SignedMessage, _ fields: JSONValue) throws {
  let (kind, signature) = try EthereumSignature.parse(signed.signature.data, chainID: chainID)
  let transaction = try EthereumTransaction(signed.message, kind: kind, chainID: chainID)
  let pair = SignedEthereumTransaction(transaction: transaction, signature: signature)
  try expect(pair.rlp, equals: try fields.requireBytes("signedRlp"), "signed RLP")
  try expect("0x\(pair.hash)", equals: try fields.requireString("transactionHash"), "transaction hash")
  try expect(try pair.sender(), equals: try fields.requireAddress("sender"), "sender")
  try expect(try SignedEthereumTransaction(rlp: pair.rlp, chainID: chainID), equals: pair, "decoded again")
}

/// A raw transaction, and the message that it becomes.
func checkEthereumTransaction(_ line: JSONValue) throws {
  let rlp = try line.requireBytes("signedRlp")
  let signed = try SignedEthereumTransaction(rlp: rlp, chainID: chainID)
  let transaction = signed.transaction
  try expect("\(transaction.kind)", equals: try line.requireString("kind"), "kind")
  try expect(transaction.unsignedRLP, equals: try line.requireBytes("unsignedRlp"), "unsigned RLP")
  try expect("0x\(signed.hash)", equals: try line.requireString("transactionHash"), "transaction hash")
  let sender = try signed.sender()
  try expect(sender, equals: try line.requireAddress("sender"), "sender")
  let recoverable = try line.requireBytes("verifiableSignature")
  try expect(signed.signature.recoverable, equals: recoverable, "verifiable signature")
  let message = try signed.signedMessage()
  try expect(message.message, equals: try line.requireRecordedMessage("message"), "message")
  try expect(message.message.cid.description, equals: try line.requireString("messageCid"), "message CID")
  try expect(message.signature, equals: try line.requireSignature("signature"), "signature")
  try SignatureVerifier(ethereumChainID: chainID).verify(message, by: sender)
  let recorded = asRecorded(message, signed)
  try expect(recorded.cbor, equals: try line.requireBytes("signedMessageCbor"), "signed message")
  try expect(recorded.cid.description, equals: try line.requireString("signedMessageCid"), "signed message CID")
}

/// The signed message as it was recorded: in the older forms after the reference had replaced the first byte of v by
/// the recovery identifier, in place, to check the signature. The field `signature` was recorded before.
private func asRecorded(_ message: SignedMessage, _ signed: SignedEthereumTransaction) -> SignedMessage {
  guard signed.transaction.kind != .eip1559 else { return message }
  var data = message.signature.data
  data[65] = signed.signature.isOdd ? 1 : 0
  return SignedMessage(message: message.message, signature: Signature(type: .delegated, data: data))
}

/// Whether a signature holds.
func checkSignatureVerdict(_ line: JSONValue) throws {
  guard let type = SignatureType(rawValue: try line.requireInteger("signatureType")) else {
    throw VectorError("unknown signature type")
  }
  let signature = Signature(type: type, data: try line.requireBytes("signatureData"))
  let signer = try line.requireAddress("signer")
  let payload = try line.requireBytes("signedBytes")
  let verdict = Result { () throws(SignatureError) in try signature.verify(payload, by: signer) }
  try expect(isSuccess(verdict), equals: try line.requireBool("valid"), "valid")
}

private func isSuccess(_ result: Result<Void, SignatureError>) -> Bool {
  if case .success = result { true } else { false }
}

/// An aggregate of BLS signatures, made and verified.
func checkAggregate(_ line: JSONValue) throws {
  let aggregate = try BLSSignature(try line.requireBytes("aggregate"))
  let keys = try line.requireByteStrings("publicKeys").map { try BLSPublicKey($0) }
  let messages = try line.requireByteStrings("messages")
  let valid = try line.requireBool("valid")
  let pairs = zip(keys, messages).map { (publicKey: $0, message: $1) }
  try expect(aggregate.isValidAggregate(of: pairs), equals: valid, "valid")
  let signatures = try line.requireByteStrings("signatures").map { try BLSSignature($0) }
  guard valid else { return }
  try expect(BLSSignature.aggregate(signatures).bytes, equals: aggregate.bytes, "aggregate")
}
