public import FilCore
public import FilProofs

/// A sector on its way: pieces are packed into it, then it is sealed, then its seal is proven.
public struct SectorBuilder<Storage: SectorStorage>: Sendable {
  /// Whose sector it is, and its number.
  public let id: SectorID
  /// How it is sealed.
  public let sealProof: RegisteredSealProof
  /// Its pieces so far.
  public private(set) var pieces: [StoredPiece] = []
  private var packer: SectorPacker<Storage>
  private let storage: Storage
  private let parameters: PoRepParameters

  /// An empty sector.
  ///
  /// - Throws: `MinerError` with `proofs` for a seal proof that does not exist.
  public init(_ id: SectorID, sealProof: RegisteredSealProof, storage: Storage) throws(MinerError) {
    self.id = id
    self.sealProof = sealProof
    self.storage = storage
    parameters = try orFail(.proofs) { () throws(SealError) in try PoRepParameters(sealProof) }
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
  /// - Throws: `MinerError` with `piece` if it does not fit or is not what was expected.
  @discardableResult
  public mutating func add(_ bytes: [UInt8], expected: PieceInfo? = nil) throws(MinerError) -> StoredPiece {
    var packer = packer
    let size = expected.flatMap { PaddedPieceSize(rawValue: $0.size) }
    let placement = try orFail(.piece) { () throws(SealError) in try packer.add(bytes, size: size) }
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

  /// Seals the sector.
  ///
  /// - Parameter ticket: Randomness of the chain.
  /// - Returns: The sealed sector.
  /// - Throws: `MinerError` with `proofs` if sealing fails.
  public func seal(ticket: Bytes32) throws(MinerError) -> SealedSector {
    let identity = SealIdentity(id, ticket: ticket)
    let commitments = try orFail(.proofs) { () throws(SealError) in
      let all = try packer.finish()
      let expected = try SectorBuilder.commitment(all, parameters.sectorSize)
      return try SectorSealer(parameters).seal(identity, expected: expected, in: storage)
    }
    return SealedSector(
      id: id, sealProof: sealProof, ticket: ticket, commitments: commitments, pieces: pieces, storage: storage)
  }

  private static func commitment(_ pieces: [PieceCommitment], _ size: UInt64) throws(SealError) -> Bytes32 {
    do {
      return try DataCommitment.ofSector(pieces: pieces, sectorSize: size)
    } catch {
      throw SealError(.wrongInput, "\(error)")
    }
  }
}
