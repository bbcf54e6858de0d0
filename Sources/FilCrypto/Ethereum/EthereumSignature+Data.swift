internal import FilCore

extension EthereumSignature {
  private static func prefix(_ kind: EthereumTransaction.Kind) -> [UInt8] {
    switch kind {
    case .homestead: [1]
    case .eip155: [2]
    case .eip1559: []
    }
  }

  /// The data of the Filecoin signature: r, s and v, behind a byte for the kind in the older forms.
  public func data(_ kind: EthereumTransaction.Kind, chainID: UInt64) -> [UInt8] {
    let v = v(kind, chainID: chainID)
    let digits = withUnsafeBytes(of: v.bigEndian, Array.init).drop { $0 == 0 }
    return EthereumSignature.prefix(kind) + r.bytes + s.bytes + (digits.isEmpty ? [0] : digits)
  }

  /// Reads the data of a Filecoin signature of a transaction.
  ///
  /// - Parameters:
  ///   - data: 65 bytes, 66 with prefix 1, or more with prefix 2.
  ///   - chainID: The number of the chain that v must be for.
  /// - Returns: The signature, and which form the data has.
  /// - Throws: ``EthereumTransactionError``.
  public static func parse(
    _ data: [UInt8], chainID: UInt64
  ) throws(EthereumTransactionError) -> (kind: EthereumTransaction.Kind, signature: EthereumSignature) {
    for kind in EthereumTransaction.Kind.allCases {
      let body = data.dropFirst(prefix(kind).count)
      guard data.starts(with: prefix(kind)), body.count >= Secp256k1.signatureCount else { continue }
      for parity in 0..<2 as Range<UInt8> {
        let numbers = Array(body.prefix(64))
        guard let signature = EthereumSignature(recoverable: numbers + [parity]) else { continue }
        if signature.data(kind, chainID: chainID) == data { return (kind, signature) }
      }
    }
    throw EthereumTransactionError(.invalidSignature, "\(data.count) bytes of no known form for chain \(chainID)")
  }
}
