/// Two peers, whichever way around.
struct PeerPair: Hashable, Comparable {
  let low: PeerID
  let high: PeerID

  init(_ one: PeerID, _ other: PeerID) {
    (low, high) = one < other ? (one, other) : (other, one)
  }

  func other(than peer: PeerID) -> PeerID? {
    peer == low ? high : peer == high ? low : nil
  }

  static func < (left: PeerPair, right: PeerPair) -> Bool {
    left.low == right.low ? left.high < right.high : left.low < right.low
  }
}
