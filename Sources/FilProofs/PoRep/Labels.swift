internal import CFilKernels
internal import FilCore

/// Labels of single nodes, as a verifier computes them.
enum Labels {
  /// How many parents' labels a label is the hash of; the parents repeat until there are so many.
  static let parentCount = 37

  /// The labels that a label is the hash of, in their order.
  ///
  /// - Parameters:
  ///   - layer: The layer of the label, from 1.
  ///   - parents: The columns of the base parents, then of the expander parents.
  /// - Returns: ``parentCount`` labels.
  static func inputs(layer: Int, parents: [[Bytes32]]) -> [Bytes32] {
    let base = parents.prefix(StackedGraph.baseDegree).map { $0[layer - 1] }
    let expander = layer == 1 ? [] : parents.dropFirst(StackedGraph.baseDegree).map { $0[layer - 2] }
    let period = base + expander
    return (0..<parentCount).map { period[$0 % period.count] }
  }

  /// The label of a node other than 0.
  static func label(replicaID: Bytes32, layer: Int, node: UInt64, inputs: [Bytes32]) -> Bytes32 {
    let bytes = inputs.flatMap(\.bytes)
    return Bytes32 { out in
      replicaID.withPointer {
        fil_sdr_label_one(
          $0, UInt32(layer), node, bytes, inputs.count, out.baseAddress?.assumingMemoryBound(to: UInt8.self))
      }
    }
  }
}
