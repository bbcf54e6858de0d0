package import FilCore

/// What a proof of replication states: that a replica of this identity and these commitments was made as the
/// parameters say, challenged by a seed.
package struct SealStatement: Sendable {
  /// The kind of sector.
  package let parameters: PoRepParameters
  /// The identity of the replica.
  package let replicaID: Bytes32
  /// The commitment to the data.
  package let commD: Bytes32
  /// The commitment to the replica.
  package let commR: Bytes32
  /// The challenges of each partition.
  package private(set) var challenges: [[UInt64]]

  /// A statement, with its challenges drawn.
  package init(
    _ parameters: PoRepParameters, _ identity: SealIdentity, commD: Bytes32, commR: Bytes32, seed: Bytes32
  ) {
    self.parameters = parameters
    self.commD = commD
    self.commR = commR
    replicaID = ReplicaID.of(
      prover: identity.prover, sector: identity.sector, ticket: identity.ticket, commD: commD,
      porepID: parameters.porepID)
    challenges = PoRepChallenges(parameters).draw(replicaID: replicaID, commR: commR, seed: seed)
  }

  /// The same statement with challenges of one's own choice.
  package func challenging(_ challenges: [[UInt64]]) -> SealStatement {
    var statement = self
    statement.challenges = challenges
    return statement
  }

  private var layout: PoRepLayout { PoRepLayout(parameters, challenges: challenges) }

  /// Makes the proof's bytes from a sector's files.
  package func prove(in storage: some SectorStorage) throws(SealError) -> [UInt8] {
    try PoRepProof(layout, in: storage).encoded
  }

  /// Whether bytes prove the statement.
  package func verify(_ bytes: [UInt8]) -> Bool {
    let layout = layout
    guard let proof = PoRepProof(decoding: bytes, layout) else { return false }
    return PoRepVerifier(layout: layout, replicaID: replicaID, commD: commD, commR: commR).verify(proof)
  }

  /// The bytes that go on chain for a proof that is spelled out; `nil` if it lacks a node.
  package func encode(_ expanded: ExpandedPoRepProof) -> [UInt8]? {
    PoRepProof(Array(expanded.partitions.joined()), layout)?.encoded
  }

  /// The proof spelled out; `nil` if the bytes are no proof of this statement's layout.
  package func expanded(_ bytes: [UInt8]) -> ExpandedPoRepProof? {
    let layout = layout
    return PoRepProof(decoding: bytes, layout).flatMap { ExpandedPoRepProof($0, layout) }
  }
}
