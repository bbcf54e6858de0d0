internal import CFilKernels
public import FilCore

/// The stacked depth-robust graph: each node of a layer has six base parents in its own layer, drawn by distance, and
/// eight expander parents in the layer before, from a permutation.
public struct StackedGraph: Sendable {
  /// The number of nodes in a layer.
  public let nodeCount: UInt64
  /// Which rules the graph follows.
  public let version: PoRepVersion
  /// The start of the ChaCha8 keys of the base parents' draws: 28 bytes.
  public let drawSeed: [UInt8]
  /// The permutation behind the expander parents.
  public let feistel: Feistel

  /// The number of base parents of a node.
  public static let baseDegree = Int(FIL_SDR_BASE_PARENTS)
  /// The number of expander parents of a node.
  public static let expanderDegree = Int(FIL_SDR_EXPANDER_PARENTS)
  /// The number of all parents of a node.
  public static let degree = Int(FIL_SDR_PARENTS)

  /// The graph that a proof of replication's identifier stands for.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes in a layer: 1 to 2^32.
  ///   - porepID: The identifier.
  ///   - version: Which rules to follow.
  public init(nodeCount: UInt64, porepID: Bytes32, version: PoRepVersion) {
    precondition(nodeCount >= 1 && nodeCount <= 1 << 32, "no graph of \(nodeCount) nodes")
    self.nodeCount = nodeCount
    self.version = version
    drawSeed = Array(Self.digest("Filecoin_DRSample", porepID).bytes[..<28])
    let keys = Self.digest("Filecoin_Feistel", porepID).withUnsafeBytes { bytes in
      (0..<4).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    feistel = Feistel(count: nodeCount * UInt64(Self.expanderDegree), keys: keys)
  }

  /// The base parents of a node, in their order.
  ///
  /// - Parameter node: Below ``nodeCount``.
  /// - Returns: Six nodes before it, or zeros for the first two nodes.
  public func baseParents(of node: UInt32) -> [UInt32] {
    precondition(UInt64(node) < nodeCount, "node \(node) of \(nodeCount)")
    return [UInt32](unsafeUninitializedCapacity: Self.baseDegree) { out, count in
      fil_sdr_base_parents(drawSeed, ownSlot, node, out.baseAddress)
      count = Self.baseDegree
    }
  }

  /// The numbers that the base parents of a node are drawn from.
  ///
  /// - Parameters:
  ///   - node: Any number.
  ///   - count: How many numbers.
  /// - Returns: The first numbers of the node's ChaCha8 key stream.
  public func draws(of node: UInt32, count: Int) -> [UInt64] {
    let suffix = (0..<4).map { UInt8(truncatingIfNeeded: node >> (8 * UInt32($0))) }
    return ChaCha.draws8(key: Bytes32 { $0.copyBytes(from: drawSeed + suffix) }, count: count)
  }

  /// The expander parents of a node, in their order.
  ///
  /// - Parameter node: Below ``nodeCount``.
  /// - Returns: Eight nodes anywhere in the layer before.
  public func expanderParents(of node: UInt32) -> [UInt32] {
    precondition(UInt64(node) < nodeCount, "node \(node) of \(nodeCount)")
    let degree = UInt64(Self.expanderDegree)
    return (0..<degree).map { UInt32((feistel.permute(UInt64(node) * degree + $0) & permutedMask) / degree) }
  }

  /// The place of the node before among the base parents.
  var ownSlot: UInt32 { version == .v1_0 ? UInt32(Self.baseDegree - 1) : 0 }

  /// What of a permuted number counts.
  var permutedMask: UInt64 { version == .v1_0 ? UInt64(UInt32.max) : .max }

  private static func digest(_ name: String, _ porepID: Bytes32) -> Bytes32 {
    SHA256.hash(Array(name.utf8) + porepID.bytes)
  }
}
