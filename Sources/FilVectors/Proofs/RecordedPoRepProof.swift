internal import FilCore
internal import FilProofs

/// A vanilla proof of replication as a case lists it, value by value.
enum RecordedPoRepProof {
  /// Compares one challenge.
  static func compare(_ proof: ExpandedPoRepProof.Challenge, _ recorded: JSONValue) throws {
    try expect(proof.data, equals: try merkleProof(try recorded.require("comm_d_proofs")), "path in the data")
    let replica = try merkleProof(try recorded.require("comm_r_last_proof"))
    try expect(proof.replica, equals: replica, "path in the replica")
    let columns = try recorded.require("replica_column_proofs")
    try compare([proof.own], [try columns.require("c_x")], "own column")
    try compare(proof.base, try columns.requireArray("drg_parents"), "column of a base parent")
    try compare(proof.expander, try columns.requireArray("exp_parents"), "column of an expander parent")
    let labelings = try recorded.requireArray("labeling_proofs")
    try expect(proof.labelings.count, equals: labelings.count, "number of labels")
    for (labeling, value) in zip(proof.labelings, labelings) {
      try expect(labeling.layer, equals: try value.requireInteger("layer_index"), "layer")
      try expect(proof.node, equals: try value.requireInteger("node"), "node")
      try expect(labeling.parents, equals: try value.requireDigests("parents"), "labels of the parents")
    }
  }

  private static func compare(
    _ columns: [ExpandedPoRepProof.Column], _ recorded: [JSONValue], _ what: String
  ) throws {
    try expect(columns.count, equals: recorded.count, "number of columns")
    for (column, value) in zip(columns, recorded) {
      let own = try value.require("column")
      try expect(column.index, equals: try own.requireInteger("index"), "\(what): node")
      try expect(column.rows, equals: try own.requireDigests("rows"), "\(what): labels")
      try expect(column.inclusion, equals: try merkleProof(try value.require("inclusion_proof")), "\(what): path")
    }
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
