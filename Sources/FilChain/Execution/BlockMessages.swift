public import FilCore

/// The messages of one block, and whom to reward for it.
public struct BlockMessages: Hashable, Sendable {
  /// The block's miner.
  public let miner: Address
  /// How often the miner won the epoch.
  public let winCount: Int64
  /// The messages whose signatures the block aggregates, in order.
  public let bls: [Message]
  /// The messages that carry their signatures, in order.
  public let secp256k1: [SignedMessage]

  /// The messages of a block.
  public init(miner: Address, winCount: Int64, bls: [Message] = [], secp256k1: [SignedMessage] = []) {
    self.miner = miner
    self.winCount = winCount
    self.bls = bls
    self.secp256k1 = secp256k1
  }

  /// All messages in the order in which they are executed, each with the bytes that the chain carries.
  var all: [(message: Message, size: Int)] {
    bls.map { ($0, $0.cbor.count) } + secp256k1.map { ($0.message, $0.chainLength) }
  }
}

extension SignedMessage {
  /// The bytes that the chain carries.
  fileprivate var chainLength: Int { cbor.count }
}
