import FilActors
import FilChain
import FilCore
import FilNode
import FilVM

/// What became of a network.
struct Report: Sendable {
  let head: Tipset
  let epochsWithBlock: Int
  let epochs: Int
  let nodesAgree: Bool
  let activeSectors: Int
  let faultySectors: Int

  /// Looks at all nodes of a network.
  init(_ network: LocalNetwork, epochs: Int) throws {
    let first = network.nodes[0].chain
    let head = try first.follower.head()
    self.head = head
    self.epochs = epochs
    var nodesAgree = true
    for node in network.nodes {
      let other = try node.chain.follower.head()
      let isSame = try other == head && node.chain.follower.outcome(of: other) == first.follower.outcome(of: head)
      nodesAgree = nodesAgree && isSame
    }
    self.nodesAgree = nodesAgree
    var tipset = head
    var count = 0
    while tipset.epoch > 0 {
      count += 1
      tipset = try first.chain.parent(of: tipset)
    }
    epochsWithBlock = count
    var (active, faulty) = (0, 0)
    let tree = try first.headState()
    for miner in network.nodes.flatMap(\.miners) {
      let state = try tree.state(MinerState.self, of: miner.id)
      let deadlines = try state.loadDeadlines(in: tree.store)
      for index in deadlines.due.indices {
        let deadline = try deadlines.load(UInt64(index), in: tree.store)
        var partitions = try AMT<Partition, AnyBlockstore>(root: deadline.partitions, store: tree.store).entries()
        while let (_, partition) = try partitions.next() {
          active += Int(partition.activeSectors.count)
          faulty += Int(partition.faults.count)
        }
      }
    }
    (activeSectors, faultySectors) = (active, faulty)
  }

  /// Whether everything is as it should be.
  var isGood: Bool { nodesAgree && faultySectors == 0 && epochsWithBlock * 100 >= epochs * 95 }

  /// For people.
  var text: String {
    """
    epochs with a block: \(epochsWithBlock) of \(epochs)
    sectors: \(activeSectors) active, \(faultySectors) faulty
    nodes agree: \(nodesAgree ? "yes" : "no")
    head: \(head.key.cids.map(\.description).joined(separator: ", "))
    """
  }
}
