internal import FilCore
internal import FilProofs

/// The graph under a replica, and what it is drawn from.
enum GraphVectors {
  static let files: [ProofsFile] = [
    .lines("drg_chacha8.jsonl", draws),
    .lines("feistel.jsonl", feistel),
    .lines("sdr_graph.jsonl", graph),
    .lines("replica_id.jsonl", replicaID),
  ]

  static func version(_ text: String) throws -> PoRepVersion {
    switch text {
    case "1.0.0": return .v1_0
    case "1.1.0": return .v1_1
    case "1.2.0": return .v1_2
    default: throw VectorError("unknown version '\(text)'")
    }
  }

  private static func draws(_ line: JSONValue) throws {
    let graph = StackedGraph(nodeCount: 1, porepID: try line.requireBytes32("porep_id"), version: .v1_1)
    let node: UInt32 = try line.requireInteger("node")
    let recorded: [UInt64] = try line.requireIntegers("draws_u64")
    let seed = graph.drawSeed + withUnsafeBytes(of: node.littleEndian) { Array($0) }
    try expect(seed, equals: try line.requireBytes("seed"), "key")
    try expect(graph.draws(of: node, count: recorded.count), equals: recorded, "draws")
  }

  private static func feistel(_ line: JSONValue) throws {
    let feistel = Feistel(count: try line.requireInteger("n"), keys: try line.requireIntegers("keys"))
    let half = UInt64(feistel.halfBits)
    let mask: UInt64 = (1 << half) - 1
    try expect([mask << half, mask, half], equals: try line.requireIntegers("precomputed"), "masks")
    for sample in try line.requireArray("permute") {
      let pair = try (sample.array ?? []).map { try $0.number(UInt64.self) }
      guard pair.count == 2 else { throw VectorError("no pair") }
      try expect(feistel.permute(pair[0]), equals: pair[1], "where \(pair[0]) goes")
    }
  }

  private static func graph(_ line: JSONValue) throws {
    let graph = StackedGraph(
      nodeCount: try line.requireInteger("nodes"), porepID: try line.requireBytes32("porep_id"),
      version: try version(try line.requireString("api_version")))
    try expect(graph.drawSeed, equals: try line.requireBytes("drg_seed"), "seed of the draws")
    try expect(graph.feistel.keys, equals: try line.requireIntegers("feistel_keys"), "keys")
    for sample in try line.requireArray("samples") {
      guard let parts = sample.array, parts.count == 3 else { throw VectorError("no sample") }
      let node: UInt32 = try parts[0].number()
      let base = try (parts[1].array ?? []).map { try $0.number(UInt32.self) }
      let expander = try (parts[2].array ?? []).map { try $0.number(UInt32.self) }
      try expect(graph.baseParents(of: node), equals: base, "base parents of \(node)")
      try expect(graph.expanderParents(of: node), equals: expander, "expander parents of \(node)")
    }
  }

  private static func replicaID(_ line: JSONValue) throws {
    let id = ReplicaID.of(
      prover: try line.requireBytes32("prover_id"), sector: try line.requireInteger("sector_id"),
      ticket: try line.requireBytes32("ticket"), commD: try line.requireBytes32("comm_d"),
      porepID: try line.requireBytes32("porep_id"))
    try expect(id, equals: try line.requireBytes32("replica_id"), "replica id")
  }
}
