/// A transaction: a call of an actor's method, with money and parameters (specification, "Message").
public struct Message: Hashable, Sendable {
  /// The version of the message's form; 0 is the only one.
  public var version: UInt64
  /// Whose method is called.
  public var to: Address
  /// Who calls and pays.
  public var from: Address
  /// The sender's message number: the nonce of its actor when the message is applied.
  public var nonce: UInt64
  /// The money that moves to the receiver.
  public var value: TokenAmount
  /// The most gas that the message may use.
  public var gasLimit: Int64
  /// The most that the sender pays for a unit of gas, in attoFIL: base fee and premium together.
  public var gasFeeCap: TokenAmount
  /// What the block's miner gets for a unit of gas, in attoFIL, as far as the cap leaves it.
  public var gasPremium: TokenAmount
  /// The method; 0 moves money only.
  public var method: MethodNumber
  /// The method's parameters, encoded as the method wants.
  public var params: [UInt8]

  /// A message; what is not given is zero or empty.
  public init(
    version: UInt64 = 0, to: Address, from: Address, nonce: UInt64 = 0, value: TokenAmount = .zero,
    gasLimit: Int64 = 0, gasFeeCap: TokenAmount = .zero, gasPremium: TokenAmount = .zero,
    method: MethodNumber = 0, params: [UInt8] = []
  ) {
    self.version = version
    self.to = to
    self.from = from
    self.nonce = nonce
    self.value = value
    self.gasLimit = gasLimit
    self.gasFeeCap = gasFeeCap
    self.gasPremium = gasPremium
    self.method = method
    self.params = params
  }

  /// The CID of the message's DAG-CBOR form; what secp256k1 and BLS signatures sign is its bytes.
  public var cid: CID { CID(dagCBOR: cbor) }
}

extension Message: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    // Field by field: for what is written most, a tuple of so many generic fields is slow.
    encoder.array(count: 10)
    encoder.unsigned(version)
    to.encode(to: &encoder)
    from.encode(to: &encoder)
    encoder.unsigned(nonce)
    value.encode(to: &encoder)
    encoder.integer(gasLimit)
    gasFeeCap.encode(to: &encoder)
    gasPremium.encode(to: &encoder)
    encoder.unsigned(method)
    encoder.byteString(params)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (version, to, from, nonce, value, gasLimit, gasFeeCap, gasPremium, method, params) = try decoder.tuple(
      UInt64.self, Address.self, Address.self, UInt64.self, TokenAmount.self, Int64.self, TokenAmount.self,
      TokenAmount.self, MethodNumber.self, [UInt8].self)
  }
}
