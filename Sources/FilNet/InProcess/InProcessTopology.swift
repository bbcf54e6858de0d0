/// Who is in an in-process network, who is connected, and who could be.
struct InProcessTopology {
  var endpoints: [PeerID: InProcessEndpoint] = [:]
  var connections: [PeerPair: InProcessConnection] = [:]
  var links: [PeerPair: LinkConditions] = [:]
  let defaultLink: LinkConditions
  private var groups: [PeerID: Int] = [:]
  private var attempts: [PeerPair: Int] = [:]

  init(defaultLink: LinkConditions) {
    self.defaultLink = defaultLink
  }

  mutating func partition(_ groups: [[PeerID]]) {
    self.groups = [:]
    for (number, group) in groups.enumerated() {
      for peer in group { self.groups[peer] = number }
    }
  }

  func canReach(_ pair: PeerPair) -> Bool {
    groups[pair.low] == groups[pair.high]
  }

  /// How many attempts to connect there have been; each has randomness of its own.
  mutating func nextAttempt(_ pair: PeerPair) -> Int {
    attempts[pair, default: 0] += 1
    return attempts[pair, default: 0]
  }
}
