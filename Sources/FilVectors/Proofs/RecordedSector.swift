internal import FilCore
internal import FilCrypto
internal import FilProofs

/// A sector that a case describes, sealed here.
struct RecordedSector {
  let parameters: PoRepParameters
  let storage = InMemorySectorStorage()
  let packed: [PieceCommitment]
  let commitments: SealCommitments

  var sealer: SectorSealer { SectorSealer(parameters) }

  /// Packs the case's pieces and seals them.
  init(_ line: JSONValue) throws {
    parameters = try Self.parameters(line)
    var packer = SectorPacker(sectorSize: parameters.sectorSize, storage: storage)
    for piece in try line.requireArray("data_pieces") {
      let size: UInt64 = try piece.requireInteger("unpadded_size")
      let placement = try packer.add(try VectorStream.data(piece, count: Int(size)))
      let offset: UInt64 = try piece.requireInteger("unpadded_offset")
      try expect(placement.offset, equals: Fr32.paddedAmount(offset), "offset of a piece")
      try expect(placement.piece.commitment, equals: try piece.requireBytes32("comm_p"), "CommP")
    }
    packed = try packer.finish()
    let identity = SealIdentity(
      prover: try line.requireBytes32("prover_id"), sector: try line.requireInteger("sector_id"),
      ticket: try line.requireBytes32("ticket"))
    let sealer = SectorSealer(parameters)
    commitments = try sealer.preCommitPhase2(try sealer.preCommitPhase1(identity, in: storage), in: storage)
  }

  /// The parameters that a case's fields describe; its sector need not be of a registered type.
  static func parameters(_ line: JSONValue) throws -> PoRepParameters {
    try PoRepParameters(
      sectorSize: try line.requireInteger("sector_size"), porepID: try line.requireBytes32("porep_id"),
      version: try GraphVectors.version(try line.requireString("api_version")), challengeMode: try challengeMode(line),
      layerCount: 2, partitionCount: try line["partitions"].map { try $0.number(Int.self) } ?? 1,
      challengesPerPartition: 2)
  }

  /// How the challenges of a case are drawn.
  static func challengeMode(_ line: JSONValue) throws -> PoRepParameters.ChallengeMode {
    let features = try line.requireArray("api_features").compactMap(\.string)
    if features.contains("non-interactive-porep") { return .nonInteractive }
    return features.contains("synthetic-porep") ? .synthetic : .interactive
  }

  /// A file by the reference's name.
  func file(_ name: String) throws -> [UInt8] {
    guard let file = storage.existing.first(where: { $0.name == name }) else { throw VectorError("no file '\(name)'") }
    return try storage.read(file)
  }

  /// The file of a tree, or those of its base trees one after another.
  func trees(_ name: String) throws -> [UInt8] {
    let count = parameters.treeShape.baseCount
    if count == 1 { return try file("sc-02-data-tree-\(name).dat") }
    return try (0..<count).flatMap { try file("sc-02-data-tree-\(name)-\($0).dat") }
  }

  /// The hashes of eight nodes each of the replica.
  func lowestReplicaRow() throws -> [Bytes32] {
    let nodes = try file("sealed").nodes
    return stride(from: 0, to: nodes.count, by: 8).map { first in
      Poseidon.arity8.hash(nodes[first..<first + 8].compactMap { Fr(littleEndian: $0) }).littleEndian
    }
  }
}
