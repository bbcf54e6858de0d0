public import FilCore

/// The challenges that a synthetic proof of replication may meet (FIP-0059): known once the replica is committed to, so
/// that their proofs can be made before the chain's randomness selects some of them.
public struct SyntheticChallenges: Sendable {
  /// How many there are.
  public let count: Int
  private let nodeCount: UInt64
  private let replicaID: Bytes32
  private let generationKey: Bytes32

  /// The most challenges of a set.
  public static let maxCount = 1 << 18

  init(nodeCount: UInt64, replicaID: Bytes32, commR: Bytes32) {
    count = Int(min(nodeCount, UInt64(Self.maxCount)))
    self.nodeCount = nodeCount
    self.replicaID = replicaID
    generationKey = Self.key("Generation", replicaID, commR)
  }

  /// A challenge of the set.
  ///
  /// - Parameter index: Below ``count``.
  /// - Returns: A node, not 0.
  public func challenge(_ index: Int) -> UInt64 {
    precondition((0..<count).contains(index), "challenge \(index) of \(count)")
    let words = ChaCha.block20(key: generationKey, counter: UInt32(index / 2), nonce: Self.nonce)
    let value = words[4 * (index % 2)..<4 * (index % 2) + 4]
    let rest = value.reversed().reduce(UInt64(0)) { (nodeCount - 1).dividingFullWidth(($0, $1)).remainder }
    return rest + 1
  }

  /// The places in the set that the chain's randomness selects.
  ///
  /// - Parameters:
  ///   - seed: Randomness of the chain after the commitment.
  ///   - index: Which selection.
  /// - Returns: A number below ``count``.
  public func selectedIndex(seed: Bytes32, _ index: UInt32) -> Int {
    let words = ChaCha.block20(
      key: Self.key("Selection", replicaID, seed), counter: index / 16, nonce: Self.nonce)
    let place = index % 16
    return Int(UInt32(truncatingIfNeeded: words[Int(place / 2)] >> (32 * UInt64(place % 2)))) % count
  }

  func selected(seed: Bytes32, _ index: UInt32) -> UInt64 {
    challenge(selectedIndex(seed: seed, index))
  }

  private static let nonce = Array("synth-porep\0".utf8)

  private static func key(_ use: String, _ first: Bytes32, _ second: Bytes32) -> Bytes32 {
    let digest = BLAKE2b.hash(
      first.bytes + second.bytes, key: Array("filecoin.io|PoRep|1|Synthetic|1|\(use)".utf8), count: 32)
    return Bytes32 { $0.copyBytes(from: digest) }
  }
}
