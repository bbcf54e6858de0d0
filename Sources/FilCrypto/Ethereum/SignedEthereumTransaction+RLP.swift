internal import FilCore

extension SignedEthereumTransaction {
  private static let eip1559Prefix: UInt8 = 2

  /// Reads the bytes that Ethereum's tools send.
  ///
  /// - Parameters:
  ///   - rlp: A transaction in one of the three forms.
  ///   - chainID: The number of the chain that it must be for.
  /// - Throws: ``EthereumTransactionError``, also for bytes that would not be encoded to themselves again.
  public init(rlp: [UInt8], chainID: UInt64) throws(EthereumTransactionError) {
    let isLegacy = rlp.first != SignedEthereumTransaction.eip1559Prefix
    let fields = try SignedEthereumTransaction.fields(of: isLegacy ? rlp[...] : rlp.dropFirst())
    self = isLegacy ? try .legacy(fields, chainID) : try .eip1559(fields, chainID)
    try transaction.checkRanges()
    guard self.rlp == rlp else { throw EthereumTransactionError(.malformed, "not in canonical form") }
  }

  private static func fields(of bytes: ArraySlice<UInt8>) throws(EthereumTransactionError) -> [RLP] {
    do {
      guard let fields = try RLP(decoding: bytes).list else {
        throw EthereumTransactionError(.malformed, "no list")
      }
      return fields
    } catch let error as EthereumTransactionError {
      throw error
    } catch {
      throw EthereumTransactionError(.malformed, "\(error)")
    }
  }

  private static func legacy(
    _ fields: [RLP], _ chainID: UInt64
  ) throws(EthereumTransactionError) -> SignedEthereumTransaction {
    guard fields.count == 9 else { throw EthereumTransactionError(.malformed, "\(fields.count) fields") }
    let v = try word(fields[6])
    let kind: EthereumTransaction.Kind = v == 27 || v == 28 ? .homestead : .eip155
    let price = try amount(fields[1])
    let transaction = EthereumTransaction(
      kind: kind, chainID: chainID, nonce: try word(fields[0]), to: try receiver(fields[3]),
      value: try amount(fields[4]), gasFeeCap: price, gasPremium: price, gasLimit: try gas(fields[2]),
      input: try bytes(fields[5]))
    return try signed(transaction, v: v, fields[7], fields[8])
  }

  private static func eip1559(
    _ fields: [RLP], _ chainID: UInt64
  ) throws(EthereumTransactionError) -> SignedEthereumTransaction {
    guard fields.count == 12 else { throw EthereumTransactionError(.malformed, "\(fields.count) fields") }
    guard fields[8] == .list([]) else { throw EthereumTransactionError(.malformed, "an access list") }
    guard try word(fields[0]) == chainID else { throw EthereumTransactionError(.malformed, "another chain") }
    let transaction = EthereumTransaction(
      kind: .eip1559, chainID: chainID, nonce: try word(fields[1]), to: try receiver(fields[5]),
      value: try amount(fields[6]), gasFeeCap: try amount(fields[3]), gasPremium: try amount(fields[2]),
      gasLimit: try gas(fields[4]), input: try bytes(fields[7]))
    return try signed(transaction, v: try word(fields[9]), fields[10], fields[11])
  }

  private static func signed(
    _ transaction: EthereumTransaction, v: UInt64, _ r: RLP, _ s: RLP
  ) throws(EthereumTransactionError) -> SignedEthereumTransaction {
    let (r, s) = (try number(r), try number(s))
    for isOdd in [false, true] {
      let signature = EthereumSignature(r: r, s: s, isOdd: isOdd)
      if signature.v(transaction.kind, chainID: transaction.chainID) == v {
        return SignedEthereumTransaction(transaction: transaction, signature: signature)
      }
    }
    throw EthereumTransactionError(.invalidSignature, "v = \(v) on chain \(transaction.chainID)")
  }

  private static func bytes(_ field: RLP) throws(EthereumTransactionError) -> [UInt8] {
    guard let bytes = field.bytes else { throw EthereumTransactionError(.malformed, "a list for bytes") }
    return bytes
  }

  private static func word(_ field: RLP) throws(EthereumTransactionError) -> UInt64 {
    let digits = try bytes(field)
    guard digits.count <= 8 else { throw EthereumTransactionError(.malformed, "an integer above 64 bits") }
    return digits.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func gas(_ field: RLP) throws(EthereumTransactionError) -> Int64 {
    guard let gas = Int64(exactly: try word(field)) else {
      throw EthereumTransactionError(.malformed, "a gas limit above 63 bits")
    }
    return gas
  }

  private static func amount(_ field: RLP) throws(EthereumTransactionError) -> TokenAmount {
    let digits = try bytes(field)
    guard digits.count <= 32 else { throw EthereumTransactionError(.malformed, "an integer above 256 bits") }
    return TokenAmount(atto: BigInt(magnitudeBytes: digits))
  }

  private static func number(_ field: RLP) throws(EthereumTransactionError) -> Bytes32 {
    let digits = try bytes(field)
    let padding = [UInt8](repeating: 0, count: max(0, Bytes32.count - digits.count))
    guard let number = Bytes32(padding + digits) else {
      throw EthereumTransactionError(.malformed, "an integer above 256 bits")
    }
    return number
  }

  private static func receiver(_ field: RLP) throws(EthereumTransactionError) -> EthereumAddress? {
    let digits = try bytes(field)
    if digits.isEmpty { return nil }
    guard let receiver = EthereumAddress(digits) else {
      throw EthereumTransactionError(.malformed, "a receiver of \(digits.count) bytes")
    }
    return receiver
  }
}
