internal import FilCore
internal import FilNet

extension PeerID {
  /// The peer ID of a node by its number.
  static func local(_ number: Int, _ random: any RandomSource) -> PeerID {
    PeerID(PeerPrivateKey.generate(from: random.fork("peer \(number)")).publicKey)
  }
}
