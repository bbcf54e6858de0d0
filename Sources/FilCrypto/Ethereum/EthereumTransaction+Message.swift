public import FilCore

extension EthereumTransaction {
  private static let ethereumAddressManager = Address(id: 10)
  private static let createExternal: MethodNumber = 4
  private static let invokeContract: MethodNumber = 3_844_450_837

  /// The transaction that a message stands for.
  ///
  /// - Parameters:
  ///   - message: The message of an Ethereum account.
  ///   - kind: The form, which the message does not tell.
  ///   - chainID: The number of the chain.
  /// - Throws: ``EthereumTransactionError`` if no transaction becomes exactly this message.
  public init(_ message: Message, kind: Kind, chainID: UInt64) throws(EthereumTransactionError) {
    self.init(
      kind: kind, chainID: chainID, nonce: message.nonce, to: try EthereumTransaction.receiver(of: message),
      value: message.value, gasFeeCap: message.gasFeeCap, gasPremium: message.gasPremium,
      gasLimit: message.gasLimit, input: try EthereumTransaction.input(of: message))
    try checkRanges()
    guard try self.message(from: message.from) == message else {
      throw EthereumTransactionError(.notRepresentable, "the message does not survive the way there and back")
    }
  }

  private static func receiver(of message: Message) throws(EthereumTransactionError) -> EthereumAddress? {
    if message.to == ethereumAddressManager && message.method == createExternal { return nil }
    guard message.to != ethereumAddressManager, let receiver = EthereumAddress(message.to) else {
      throw EthereumTransactionError(.notRepresentable, "\(message.to) cannot be called")
    }
    return receiver
  }

  private static func input(of message: Message) throws(EthereumTransactionError) -> [UInt8] {
    guard !message.params.isEmpty else { return [] }
    do {
      return try [UInt8](cbor: message.params)
    } catch {
      throw EthereumTransactionError(.notRepresentable, "the parameters are no byte string: \(error)")
    }
  }

  /// The message that the transaction becomes.
  ///
  /// - Parameter sender: The address of the account that signs.
  /// - Returns: The message.
  /// - Throws: ``EthereumTransactionError`` for a new contract without code.
  public func message(from sender: Address) throws(EthereumTransactionError) -> Message {
    let isLegacy = kind != .eip1559
    let (receiver, method) = try target()
    return Message(
      to: receiver, from: sender, nonce: nonce, value: value, gasLimit: gasLimit, gasFeeCap: gasFeeCap,
      gasPremium: isLegacy ? gasFeeCap : gasPremium, method: method, params: input.isEmpty ? [] : input.cbor)
  }

  private func target() throws(EthereumTransactionError) -> (Address, MethodNumber) {
    if let to {
      guard let receiver = to.address else {
        throw EthereumTransactionError(.notRepresentable, "\(to) masks a number that no actor has")
      }
      return (receiver, EthereumTransaction.invokeContract)
    }
    guard !input.isEmpty else { throw EthereumTransactionError(.notRepresentable, "a contract without code") }
    return (EthereumTransaction.ethereumAddressManager, EthereumTransaction.createExternal)
  }

  /// Requires that no number is negative or too large for the encoding.
  func checkRanges() throws(EthereumTransactionError) {
    guard gasLimit >= 0, nonce <= UInt64(Int64.max), !value.isNegative, !gasFeeCap.isNegative, !gasPremium.isNegative
    else { throw EthereumTransactionError(.notRepresentable, "a negative or too large number") }
  }
}
