internal import FilCore
internal import FilProofs

/// The reference's file with the proofs of every synthetic challenge.
struct SyntheticProofsFile {
  private(set) var bytes: [UInt8] = []

  init(_ sector: RecordedSector, _ statement: SealStatement) throws {
    let set = PoRepChallenges(sector.parameters).synthetic(replicaID: statement.replicaID, commR: statement.commR)
    let all = statement.challenging([(0..<set.count).map { set.challenge($0) }])
    guard let partition = all.expanded(try all.prove(in: sector.storage))?.partitions.first else {
      throw VectorError("the proofs cannot be spelled out")
    }
    for root in [sector.commitments.commD, sector.commitments.commC, sector.commitments.commRLast] {
      bytes += root.bytes
    }
    for challenge in partition { append(challenge) }
  }

  private mutating func append(_ challenge: ExpandedPoRepProof.Challenge) {
    let parents = challenge.base + challenge.expander
    for node in [challenge.node] + parents.map(\.index) {
      withUnsafeBytes(of: node.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(challenge.data)
    append(challenge.own)
    for parent in parents { append(parent) }
    append(challenge.replica)
  }

  private mutating func append(_ column: ExpandedPoRepProof.Column) {
    for label in column.rows { bytes += label.bytes }
    append(column.inclusion)
  }

  private mutating func append(_ proof: MerkleProof) {
    bytes += proof.leaf.bytes
    for step in proof.path {
      for sibling in step.siblings { bytes += sibling.bytes }
    }
  }
}
