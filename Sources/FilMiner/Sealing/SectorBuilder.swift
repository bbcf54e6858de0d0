public import FilCore
public import FilProofs

/// A sector on its way: pieces are packed into it, then it is sealed, then its seal is proven.
public struct SectorBuilder: Sendable {
  /// Whose sector it is, and its number.
  public let id: SectorID
  /// How it is sealed.
  public let sealProof: RegisteredSealProof
  /// Its pieces so far.
  public private(set) var pieces: [StoredPiece] = []
  private var packer: SectorPacker
  private let storage: any SectorStorage
  private let parameters: PoRepParameters

  /// An empty sector.
  ///
  /// - Parameters:
  ///   - id: Whose sector it is, and its number.
  ///   - sealProof: How it will be sealed.
  ///   - storage: The place for its files, which holds no replica yet; data of an earlier attempt is removed.
  /// - Throws: `MinerError`: `proofs` for a seal proof that does not exist, `storage` if the place fails, or a replica
  ///   is there, which is never written over.
  public init(_ id: SectorID, sealProof: RegisteredSealProof, storage: any SectorStorage) throws(MinerError) {
    self.id = id
    self.sealProof = sealProof
    self.storage = storage
    parameters = try orSealFail { () throws(SealError) in try PoRepParameters(sealProof) }
    try orFail(.storage) { () throws(SectorStorageError) in
      guard try storage.size(of: .sealed) == nil else {
        throw SectorStorageError(.failed, .sealed, "sector \(id.number) of f0\(id.miner) is sealed here already")
      }
      try storage.remove(.unsealed)
    }
    packer = SectorPacker(sectorSize: parameters.sectorSize, storage: storage)
  }

  /// Whether a piece of a size fits behind those that are there.
  public func hasRoom(for size: PaddedPieceSize) -> Bool { packer.offset(for: size) != nil }

  /// Adds a piece.
  ///
  /// - Parameters:
  ///   - bytes: The data.
  ///   - expected: The commitment and size that the data must have; `nil` if there is nothing to compare with.
  /// - Returns: The piece and its place.
  /// - Throws: `MinerError`: `piece` if it does not fit or is not what was expected, `storage` if there is no room.
  @discardableResult
  public mutating func add(_ bytes: [UInt8], expected: PieceInfo? = nil) throws(MinerError) -> StoredPiece {
    var packer = packer
    let size = expected.flatMap { PaddedPieceSize(rawValue: $0.size) }
    let placement = try pack(bytes, size, &packer)
    let info = PieceInfo(size: placement.piece.size.rawValue, cid: placement.piece.cid)
    guard expected == nil || info == expected else {
      throw MinerError(
        .piece, "the data is piece \(info.cid) of \(info.size) bytes, not \(expected?.cid.description ?? "")")
    }
    self.packer = packer
    let stored = StoredPiece(info, offset: placement.offset)
    pieces.append(stored)
    return stored
  }

  private func pack(
    _ bytes: [UInt8], _ size: PaddedPieceSize?, _ packer: inout SectorPacker
  ) throws(MinerError) -> SectorPacker.Placement {
    do {
      return try packer.add(bytes, size: size)
    } catch {
      throw MinerError(error.code == .storage ? .storage : .piece, "\(error)")
    }
  }

  /// Seals the sector.
  ///
  /// If that fails nothing but the data stays, so that there is room for others, and it can be tried again.
  ///
  /// - Parameter ticket: Randomness of the chain.
  /// - Returns: The sealed sector.
  /// - Throws: `MinerError`: `storage` if there is no room, else `proofs`.
  public func seal(ticket: Bytes32) throws(MinerError) -> SealedSector {
    let identity = SealIdentity(id, ticket: ticket)
    let commitments: SealCommitments
    do {
      commitments = try orSealFail { () throws(SealError) in
        let all = try packer.finish()
        let expected = try SectorBuilder.commitment(all, parameters.sectorSize)
        return try SectorSealer(parameters).seal(identity, expected: expected, in: storage)
      }
    } catch {
      // What cannot be removed either is written over by the next attempt.
      for file in parameters.sealingFiles + parameters.replicaFiles { try? storage.remove(file) }
      throw error
    }
    return SealedSector(
      id: id, sealProof: sealProof, ticket: ticket, commitments: commitments, pieces: pieces, storage: storage)
  }

  /// Removes the data of a sector that will not be sealed, as far as possible.
  func discard() { try? storage.remove(.unsealed) }

  private static func commitment(_ pieces: [PieceCommitment], _ size: UInt64) throws(SealError) -> Bytes32 {
    do {
      return try DataCommitment.ofSector(pieces: pieces, sectorSize: size)
    } catch {
      throw SealError(.wrongInput, "\(error)")
    }
  }
}
