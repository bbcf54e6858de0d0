internal import CFilKernels
package import FilCore

/// Labels layer after layer; keeps the newest, and the one before while it is needed.
package struct LayerLabeller {
  private let parents: StackedGraph.ParentReader
  private let replicaID: Bytes32
  /// The number of the newest layer, from 1; 0 before the first.
  package private(set) var number = 0
  /// The labels of the newest layer.
  package private(set) var labels: [UInt8] = []
  private var previous: [UInt8] = []

  /// How many nodes get their parents at once.
  private static let batchCount: UInt32 = 1 << 12

  package init(_ parameters: PoRepParameters, replicaID: Bytes32) {
    parents = StackedGraph.ParentReader(parameters.graph)
    self.replicaID = replicaID
  }

  /// Labels the next layer.
  package mutating func labelNextLayer() {
    number += 1
    swap(&labels, &previous)
    let size = 32 * Int(parents.graph.nodeCount)
    if labels.isEmpty { labels = [UInt8](repeating: 0, count: size) }
    let count = parents.graph.nodeCount
    for first in stride(from: 0, to: count, by: Int(Self.batchCount)) {
      let end = min(first + UInt64(Self.batchCount), count)
      labelBatch(UInt32(first), count: UInt32(end - first))
    }
  }

  private mutating func labelBatch(_ first: UInt32, count: UInt32) {
    let list = parents.parents(of: first, count: count)
    replicaID.withPointer { replicaID in
      labels.withUnsafeMutableBufferPointer { labels in
        previous.withUnsafeBufferPointer { previous in
          fil_sdr_label(
            replicaID, UInt32(number), first, Int(count), list, number == 1 ? nil : previous.baseAddress,
            labels.baseAddress)
        }
      }
    }
  }
}
