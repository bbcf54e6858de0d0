import FilChain
import FilCore

/// A change of a good message after which no block may carry it.
struct MessageChange: Sendable, CustomStringConvertible {
  let description: String
  let code: MessageSyntaxError.Code
  let apply: @Sendable (inout Message) -> Void

  init(_ description: String, _ code: MessageSyntaxError.Code, _ apply: @escaping @Sendable (inout Message) -> Void) {
    self.description = description
    self.code = code
    self.apply = apply
  }

  /// A message that a block may carry, before it is changed.
  static func changed(_ change: MessageChange? = nil) -> Message {
    var message = Message(
      to: Address(id: 1000), from: Address(actorCreatedFrom: [1]), gasLimit: 5_000_000, gasFeeCap: .nanoFIL(5),
      gasPremium: .nanoFIL(1))
    change?.apply(&message)
    return message
  }

  /// What blocks and pools refuse alike.
  static let all: [MessageChange] = [
    MessageChange("version 1", .version) { $0.version = 1 },
    MessageChange("the last version", .version) { $0.version = .max },
    MessageChange("to the zero address", .receiver) {
      $0.to = Address(blsPublicKey: [0xc0] + [UInt8](repeating: 0, count: 47)) ?? $0.to
    },
    MessageChange("a negative value", .value) { $0.value = TokenAmount(atto: -1) },
    MessageChange("more than all money", .value) { $0.value = NetworkParameters.totalSupply + TokenAmount(atto: 1) },
    MessageChange("a negative fee cap", .feeCap) {
      ($0.gasFeeCap, $0.gasPremium) = (TokenAmount(atto: -1), TokenAmount(atto: -1))
    },
    MessageChange("a negative premium", .premium) { $0.gasPremium = TokenAmount(atto: -1) },
    MessageChange("a premium above the cap", .premiumAboveFeeCap) {
      $0.gasPremium = $0.gasFeeCap + TokenAmount(atto: 1)
    },
    MessageChange("more gas than a block has", .gasLimitTooHigh) { $0.gasLimit = 10_000_000_001 },
    MessageChange("the greatest gas limit", .gasLimitTooHigh) { $0.gasLimit = .max },
    MessageChange("the least gas limit", .gasLimitTooLow) { $0.gasLimit = .min },
    MessageChange("a negative gas limit", .gasLimitTooLow) { $0.gasLimit = -1 },
    MessageChange("no gas", .gasLimitTooLow) { $0.gasLimit = 0 },
    MessageChange("one unit of gas", .gasLimitTooLow) { $0.gasLimit = 1 },
    MessageChange("more bytes than the gas covers", .gasLimitTooLow) {
      $0.params = [UInt8](repeating: 0, count: 60_000)
    },
  ]

  /// What only pools refuse: blocks may carry it, but it would be of no use there.
  static let pooled: [MessageChange] = [
    MessageChange("a cap below any base fee", .feeCapTooLow) {
      ($0.gasFeeCap, $0.gasPremium) = (TokenAmount(atto: 99), .zero)
    },
    // On a network that begins with all upgrades, blocks still have the prices of mainnet's first day.
    MessageChange("gas for a block and not for the machine", .gasLimitTooLow) { $0.gasLimit = 300_000 },
  ]
}
