public import FilCore
internal import FilVM

/// What a message must be like for a block of an epoch to carry it, whatever the state of the chain.
///
/// Blocks and message pools ask for the same, so that what a pool holds never spoils a block; a pool asks for more.
public struct MessageSyntax: Sendable {
  private let epoch: ChainEpoch
  private let parameters: NetworkParameters

  /// The rules of an epoch.
  ///
  /// - Parameters:
  ///   - epoch: The epoch of the block.
  ///   - parameters: The network.
  public init(at epoch: ChainEpoch, _ parameters: NetworkParameters) {
    self.epoch = epoch
    self.parameters = parameters
  }

  /// Checks a message as a block carries it.
  ///
  /// - Throws: ``MessageSyntaxError``.
  public func check(_ carried: ChainMessage) throws(MessageSyntaxError) {
    if case .signed(let signed) = carried {
      try require(signed.signature.type != .bls, .signatureType, "a BLS message among those of other kinds")
    }
    let message = carried.message
    try require(message.version == 0, .version, "\(message.version)")
    try require(message.to != Address.zeroBLS, .receiver, "the zero address")
    try require(
      !message.value.isNegative && message.value <= NetworkParameters.totalSupply, .value, "\(message.value)")
    try checkPrices(message)
    let least = InclusionGas.minimum(bytes: carried.bytes.count, at: epoch, parameters.upgrades)
    try checkGasLimit(message, least: least)
  }

  /// Checks a message that is to wait for a block.
  ///
  /// Beside what blocks ask for, its fee cap must cover the least base fee, and its gas limit what the machine charges
  /// for carrying it: otherwise a block could carry it and it would not be run, again and again.
  ///
  /// - Throws: ``MessageSyntaxError``.
  public func checkPooled(_ signed: SignedMessage) throws(MessageSyntaxError) {
    let carried = ChainMessage(signed)
    try check(carried)
    let message = signed.message
    try require(
      message.gasFeeCap >= parameters.fees.minimum, .feeCapTooLow,
      "\(message.gasFeeCap) is less than \(parameters.fees.minimum)")
    guard let prices = PriceList.at(networkVersion: parameters.networkVersion(at: epoch)) else { return }
    let least = prices.onChainMessage(bytes: carried.bytes.count).total.roundedUp
    try checkGasLimit(message, least: least)
  }

  /// Whether a message may wait for a block.
  func allows(_ signed: SignedMessage) -> Bool {
    do {
      try checkPooled(signed)
      return true
    } catch {
      return false
    }
  }

  private func checkPrices(_ message: Message) throws(MessageSyntaxError) {
    try require(!message.gasFeeCap.isNegative, .feeCap, "\(message.gasFeeCap)")
    try require(!message.gasPremium.isNegative, .premium, "\(message.gasPremium)")
    try require(
      message.gasPremium <= message.gasFeeCap, .premiumAboveFeeCap, "\(message.gasPremium) > \(message.gasFeeCap)")
  }

  private func checkGasLimit(_ message: Message, least: Int64) throws(MessageSyntaxError) {
    let most = parameters.fees.blockGasLimit
    try require(message.gasLimit <= most, .gasLimitTooHigh, "\(message.gasLimit), a block has \(most)")
    try require(message.gasLimit >= least, .gasLimitTooLow, "\(message.gasLimit), at least \(least)")
  }

  private func require(
    _ condition: Bool, _ code: MessageSyntaxError.Code, _ detail: @autoclosure () -> String
  ) throws(MessageSyntaxError) {
    guard condition else { throw MessageSyntaxError(code, detail()) }
  }
}
