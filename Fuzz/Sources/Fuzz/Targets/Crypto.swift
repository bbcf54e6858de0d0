import FilCore
import FilCrypto

private let list = RLP.list([
  .integer(5), .bytes([1, 2, 3]), .list([.bytes([])]), .bytes([UInt8](repeating: 7, count: 60)),
])
private let walletKey = WalletKey(type: .bls, seed: .zero)
private let signingKey = Secp256k1PrivateKey(derivedFrom: [1])
private let transactions = EthereumTransaction.Kind.allCases.compactMap { kind -> [UInt8]? in
  let transaction = EthereumTransaction(
    kind: kind, chainID: 314, nonce: 7, to: EthereumAddress([UInt8](repeating: 9, count: 20)), value: .fil(2),
    gasFeeCap: .nanoFIL(3), gasPremium: .nanoFIL(3), gasLimit: 21_000, input: [1, 2, 3])
  let signature = signingKey.sign(digest: Keccak256.hash(transaction.unsignedRLP))
  return EthereumSignature(recoverable: signature).map {
    SignedEthereumTransaction(transaction: transaction, signature: $0).rlp
  }
}

let cryptoTargets = [
  FuzzTarget("rlp", [list.encoded]) { try RLP(decoding: $0).encoded },
  FuzzTarget("ethereum-transaction", transactions) {
    let signed = try SignedEthereumTransaction(rlp: $0, chainID: 314)
    _ = try? signed.sender()
    _ = try? signed.signedMessage()
    return signed.rlp
  },
  FuzzTarget("g1", [G1Affine.generator.compressed, G1Affine.infinity.compressed]) {
    try G1Affine(compressed: $0).compressed
  },
  FuzzTarget("g2", [G2Affine.generator.compressed]) { try G2Affine(compressed: $0).compressed },
  FuzzTarget("wallet-key", [Array(walletKey.exported.utf8)]) {
    // The export is JSON in hexadecimal, which has many forms.
    _ = try WalletKey(exported: String(decoding: $0, as: UTF8.self)).address
    return nil
  },
]
