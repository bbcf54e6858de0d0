internal import FilCore
internal import FilProofs

/// A vanilla proof of replication as a case lists it, value by value.
enum RecordedPoRepProof {
  /// The partitions that the case lists.
  static func partitions(_ line: JSONValue) throws -> [[ExpandedPoRepProof.Challenge]] {
    try line.requireArray("partition_proofs").map { try ($0.array ?? []).map(challenge) }
  }

  private static func challenge(_ value: JSONValue) throws -> ExpandedPoRepProof.Challenge {
    let columns = try value.require("replica_column_proofs")
    let node: UInt64 = try value.requireInteger("challenge")
    return ExpandedPoRepProof.Challenge(
      node: node, data: try merkleProof(try value.require("comm_d_proofs")),
      replica: try merkleProof(try value.require("comm_r_last_proof")), own: try column(try columns.require("c_x")),
      base: try columns.requireArray("drg_parents").map(column),
      expander: try columns.requireArray("exp_parents").map(column),
      labelings: try value.requireArray("labeling_proofs").map { try labeling($0, of: node) })
  }

  private static func column(_ value: JSONValue) throws -> ExpandedPoRepProof.Column {
    let own = try value.require("column")
    return ExpandedPoRepProof.Column(
      index: try own.requireInteger("index"), rows: try own.requireDigests("rows"),
      inclusion: try merkleProof(try value.require("inclusion_proof")))
  }

  private static func labeling(_ value: JSONValue, of node: UInt64) throws -> ExpandedPoRepProof.Labeling {
    try expect(node, equals: try value.requireInteger("node"), "node of a label")
    return ExpandedPoRepProof.Labeling(
      layer: try value.requireInteger("layer_index"), parents: try value.requireDigests("parents"))
  }

  /// Compares one challenge, part by part.
  static func compare(_ proof: ExpandedPoRepProof.Challenge, _ recorded: ExpandedPoRepProof.Challenge) throws {
    try expect(proof.node, equals: recorded.node, "challenge")
    try expect(proof.data, equals: recorded.data, "path in the data")
    try expect(proof.replica, equals: recorded.replica, "path in the replica")
    try expect(proof.own, equals: recorded.own, "own column")
    try expect(proof.base, equals: recorded.base, "columns of the base parents")
    try expect(proof.expander, equals: recorded.expander, "columns of the expander parents")
    try expect(proof.labelings, equals: recorded.labelings, "labels of the parents")
  }

  /// A Merkle proof as cases list it.
  static func merkleProof(_ value: JSONValue) throws -> MerkleProof {
    MerkleProof(
      leaf: try value.requireBytes32("leaf"), root: try value.requireBytes32("root"),
      path: try value.requireArray("path").map {
        MerkleProof.Step(index: try $0.requireInteger("index"), siblings: try $0.requireDigests("siblings"))
      })
  }
}
