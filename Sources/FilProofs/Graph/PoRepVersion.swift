/// The version of the proof of replication, as far as the graph and the challenges depend on it.
public enum PoRepVersion: Int, Hashable, Sendable, CaseIterable {
  /// 1.0.0: the node before is the last base parent, and expander parents are cut to 32 bits on the way.
  case v1_0
  /// 1.1.0: the node before is the first base parent.
  case v1_1
  /// 1.2.0: graphs as 1.1.0; window challenges do not depend on a sector's position.
  case v1_2
}
