package import FilCore

/// What a proof of spacetime states: that these replicas are there, challenged by this randomness.
package struct PoStStatement: Sendable {
  /// A sector with its challenges.
  struct Sector: Sendable {
    let number: UInt64
    let commR: Bytes32
    /// The challenged leaves, as drawn.
    let challenges: [UInt64]
    let layout: MultiproofLayout
  }

  let parameters: PoStParameters
  let kind: ProofEncoding.Kind
  let sectors: [Sector]

  /// A statement about sectors in the prover's order.
  ///
  /// - Parameters:
  ///   - parameters: The kind of proof.
  ///   - kind: How it is encoded.
  ///   - randomness: The chain's randomness; its two top bits are cleared here.
  ///   - sectors: The number of each sector, and the commitment to its replica.
  init(
    _ parameters: PoStParameters, _ kind: ProofEncoding.Kind, randomness: Bytes32,
    sectors: [(number: UInt64, commR: Bytes32)]
  ) {
    var randomness = randomness
    randomness[31] &= 0x3f
    let challenges = PoStChallenges(parameters)
    self.parameters = parameters
    self.kind = kind
    self.sectors = sectors.enumerated().map { position, sector in
      let leaves = challenges.leaves(sector: sector.number, position: position, randomness: randomness)
      return Sector(
        number: sector.number, commR: sector.commR, challenges: leaves,
        layout: PoStSectorProof.layout(parameters, leaves))
    }
  }

  /// A statement about sectors in the prover's order, for an election or a deadline.
  package init(
    _ parameters: PoStParameters, isWinning: Bool, randomness: Bytes32, sectors: [(number: UInt64, commR: Bytes32)]
  ) {
    self.init(parameters, isWinning ? .winningPoSt : .windowPoSt, randomness: randomness, sectors: sectors)
  }

  /// The challenged leaves of each sector, as drawn.
  package var challenges: [[UInt64]] { sectors.map(\.challenges) }

  /// The shape of the trees over the replicas.
  package var treeShape: TreeShape { parameters.treeShape }

  /// Makes the proof's bytes from the files of the sectors.
  package func prove(_ storages: [some SectorStorage]) throws(SealError) -> [UInt8] {
    var proofs: [PoStSectorProof] = []
    for (position, storage) in storages.enumerated() { proofs.append(try prove(position, in: storage)) }
    return encode(proofs)
  }

  /// Makes the proof of the sector at a place.
  func prove(_ position: Int, in storage: some SectorStorage) throws(SealError) -> PoStSectorProof {
    try PoStSectorProof(sectors[position].layout, parameters, in: storage)
  }

  /// The bytes that go on chain.
  func encode(_ proofs: [PoStSectorProof]) -> [UInt8] {
    ProofEncoding.encode(kind, proofs.flatMap(\.values))
  }

  /// The bytes that go on chain for a proof that is spelled out; `nil` if it lacks a node.
  package func encode(_ expanded: [ExpandedPoStProof.Sector]) -> [UInt8]? {
    let proofs = zip(sectors, expanded).compactMap { sector, expanded in
      PoStSectorProof(expanded, sector.layout, challenges: sector.challenges)
    }
    return proofs.count == sectors.count ? encode(proofs) : nil
  }

  /// Whether bytes prove the statement.
  package func verify(_ bytes: [UInt8]) -> Bool {
    let count = sectors.reduce(0) { $0 + PoStSectorProof.valueCount($1.layout) }
    guard var values = ProofEncoding.decode(kind, bytes, count: count)?[...] else { return false }
    return sectors.allSatisfy { sector in
      PoStSectorProof(taking: &values, sector.layout)?.verify(sector.layout, commR: sector.commR) ?? false
    }
  }
}
