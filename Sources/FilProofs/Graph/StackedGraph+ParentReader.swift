internal import CFilKernels

extension StackedGraph {
  /// Computes the parents of many nodes at once.
  package struct ParentReader {
    package let graph: StackedGraph
    private let tables: [[UInt32]]

    /// Prepares the tables of the permutation's rounds.
    package init(_ graph: StackedGraph) {
      self.graph = graph
      tables = graph.feistel.tables()
    }

    /// The parents of `count` nodes from `first` on, 14 for each: base parents, then expander parents.
    package func parents(of first: UInt32, count nodes: UInt32) -> [UInt32] {
      let count = Int(nodes) * StackedGraph.degree
      return [UInt32](unsafeUninitializedCapacity: count) { out, written in
        withFeistel {
          fil_sdr_parents(
            graph.drawSeed, graph.ownSlot, $0, graph.permutedMask, first, Int(nodes), out.baseAddress)
        }
        written = count
      }
    }

    private func withFeistel(_ body: (UnsafePointer<fil_feistel>) -> Void) {
      tables[0].withUnsafeBufferPointer { first in
        tables[1].withUnsafeBufferPointer { second in
          tables[2].withUnsafeBufferPointer { third in
            var feistel = fil_feistel(
              count: graph.feistel.count, half_bits: UInt32(graph.feistel.halfBits),
              rounds: (first.baseAddress, second.baseAddress, third.baseAddress))
            body(&feistel)
          }
        }
      }
    }
  }
}
