/// How two tries of one kind are compared: the part of it that depends on the kind.
protocol TrieComparison: Sendable {
  associatedtype Key: Sendable
  associatedtype Node: Sendable
  /// Where in a trie a node stands.
  associatedtype Place: Sendable

  /// The slots that a node has taken.
  func slots(of node: Node) -> BitSet256

  /// Compares what one slot holds in the nodes that stand at the same place in the two tries.
  func compare(
    _ slot: Int, _ older: Node, _ newer: Node, at place: Place
  ) throws(CollectionError) -> TrieStep<Self>
}

/// What the comparison of a slot has found.
enum TrieStep<Comparison: TrieComparison> {
  /// These entries differ, and nothing else; none if the slots hold the same.
  case changes([EntryChange<Comparison.Key, ByteView>])
  /// The answer is in the nodes below.
  case nodes(Comparison.Node, Comparison.Node, Comparison.Place)
}
