public import FilCore

extension EthereumTransaction {
  private static let eip1559Prefix: UInt8 = 2

  /// The bytes whose Keccak-256 digest is signed.
  public var unsignedRLP: [UInt8] {
    switch kind {
    case .homestead: RLP.list(legacyFields).encoded
    case .eip155: RLP.list(legacyFields + [.integer(chainID), .integer(0), .integer(0)]).encoded
    case .eip1559: [EthereumTransaction.eip1559Prefix] + RLP.list(eip1559Fields).encoded
    }
  }

  /// The transaction with its signature, as Ethereum's tools send it.
  public func signedRLP(_ signature: EthereumSignature) -> [UInt8] {
    let r = RLP.bytes(Array(signature.r.bytes.drop { $0 == 0 }))
    let s = RLP.bytes(Array(signature.s.bytes.drop { $0 == 0 }))
    let fields = [.integer(signature.v(kind, chainID: chainID)), r, s]
    switch kind {
    case .homestead, .eip155: return RLP.list(legacyFields + fields).encoded
    case .eip1559: return [EthereumTransaction.eip1559Prefix] + RLP.list(eip1559Fields + fields).encoded
    }
  }

  /// The hash by which Ethereum's tools name the signed transaction.
  public func hash(signedWith signature: EthereumSignature) -> Bytes32 {
    Keccak256.hash(signedRLP(signature))
  }

  private var legacyFields: [RLP] {
    [.integer(nonce), .amount(gasFeeCap), .integer(UInt64(gasLimit)), receiver, .amount(value), .bytes(input)]
  }

  private var eip1559Fields: [RLP] {
    [
      .integer(chainID), .integer(nonce), .amount(gasPremium), .amount(gasFeeCap), .integer(UInt64(gasLimit)),
      receiver, .amount(value), .bytes(input), .list([]),
    ]
  }

  private var receiver: RLP { .bytes(to?.bytes ?? []) }
}

extension RLP {
  /// An amount that is not negative.
  fileprivate static func amount(_ amount: TokenAmount) -> RLP { .bytes(amount.atto.magnitudeBytes) }
}
