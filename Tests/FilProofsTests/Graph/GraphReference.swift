import FilCore
import FilProofs

/// The graph and its labels in plain Swift: the twin of the kernels.
struct GraphReference {
  let graph: StackedGraph

  func baseParents(of node: UInt32) -> [UInt32] {
    guard node > 1 else { return Array(repeating: 0, count: 6) }
    var draws = graph.draws(of: node, count: 10)[...]
    let metanode = UInt64(node) * 5
    var buckets: UInt64 = 0
    while 1 << buckets < metanode { buckets += 1 }
    let drawn = (0..<5).map { _ in
      let bucket = draws.removeFirst() % buckets + 1
      let largest = min(metanode, 1 << bucket)
      let smallest = max(2, largest / 2)
      let parent = UInt32((metanode - smallest - draws.removeFirst() % (largest - smallest + 1)) / 5)
      return parent == node ? node - 1 : parent
    }
    return graph.version == .v1_0 ? drawn + [node - 1] : [node - 1] + drawn
  }

  func labels(replicaID: Bytes32, layers: Int) -> [[Bytes32]] {
    var result: [[Bytes32]] = []
    for layer in 1...layers {
      var labels: [Bytes32] = []
      for node in 0..<UInt32(graph.nodeCount) {
        let base = node == 0 ? [] : baseParents(of: node).map { labels[Int($0)] }
        let expander = node == 0 || layer == 1 ? [] : graph.expanderParents(of: node).map { result[layer - 2][Int($0)] }
        labels.append(label(replicaID, layer, node, base + expander))
      }
      result.append(labels)
    }
    return result
  }

  private func label(_ replicaID: Bytes32, _ layer: Int, _ node: UInt32, _ parents: [Bytes32]) -> Bytes32 {
    var message = replicaID.bytes
    message += (0..<4).map { UInt8(truncatingIfNeeded: layer >> (24 - 8 * $0)) }
    message += (0..<8).map { UInt8(truncatingIfNeeded: UInt64(node) >> (56 - 8 * UInt64($0))) }
    message += [UInt8](repeating: 0, count: 20)
    if !parents.isEmpty { message += (0..<37).flatMap { parents[$0 % parents.count].bytes } }
    var digest = SHA256.hash(message)
    digest[31] &= 0x3f
    return digest
  }
}

/// ChaCha in plain Swift.
enum ChaChaReference {
  static func block(key: [UInt8], words: [UInt32], doubleRounds: Int) -> [UInt8] {
    let constants: [UInt32] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]
    let keyWords = (0..<8).map { i in (0..<4).reduce(UInt32(0)) { $0 | UInt32(key[4 * i + $1]) << (8 * UInt32($1)) } }
    let start = constants + keyWords + words
    var state = start
    for _ in 0..<doubleRounds {
      for i in 0..<4 { quarter(&state, i, i + 4, i + 8, i + 12) }
      for i in 0..<4 { quarter(&state, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4) }
    }
    return zip(state, start).flatMap { a, b in (0..<4).map { UInt8(truncatingIfNeeded: (a &+ b) >> (8 * $0)) } }
  }

  private static func quarter(_ x: inout [UInt32], _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }
    x[a] &+= x[b]
    x[d] = rotate(x[d] ^ x[a], 16)
    x[c] &+= x[d]
    x[b] = rotate(x[b] ^ x[c], 12)
    x[a] &+= x[b]
    x[d] = rotate(x[d] ^ x[a], 8)
    x[c] &+= x[d]
    x[b] = rotate(x[b] ^ x[c], 7)
  }
}
